package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.weir.rest.http.RestAnswer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulingsTest {
    @ParameterizedTest
    @CsvSource({
        "429, -1003, 'Too much request weight used.', RATE_LIMITED",
        "429, -1015, 'Too many new orders.', RATE_LIMITED",
        "418, -1003, 'Banned.', RATE_LIMITED",
        "400, -1003, 'Too many requests.', RATE_LIMITED",
        "400, -2010, 'Account has insufficient balance for requested action.', REFUSED",
        "400, -2010, 'Duplicate order sent.', DUPLICATE_ID",
        "400, -2010, 'Order would immediately match and take.', REFUSED",
        "400, -2010, 'Order would trigger immediately.', REFUSED",
        "400, -2010, 'Market is closed.', REFUSED",
        "400, -1121, 'Invalid symbol.', REFUSED",
        "400, -1013, 'Filter failure: LOT_SIZE', REFUSED",
        "400, -1111, 'Precision is over the maximum.', REFUSED",
        "400, -1021, 'Timestamp outside of the recvWindow.', CLOCK_SKEWED",
        "400, -1022, 'Signature is not valid.', REFUSED",
        "401, -2014, 'Key format invalid.', KEY_REFUSED",
        "401, -2015, 'Invalid key, address or permissions.', KEY_REFUSED",
        "401, -1002, 'Not authorized.', KEY_REFUSED",
        "400, -2011, 'Unknown order sent.', NOT_OPEN",
        "400, -1013, 'Unknown order sent.', NOT_OPEN",
        "400, -2013, 'Order does not exist.', NOT_FOUND",
        "400, -2026, 'Order was archived.', ARCHIVED",
        "503, -1008, 'Server is overloaded.', UNKNOWN",
        "503, -1016, 'Shutting down.', UNKNOWN",
        "504, -1007, 'Timeout of the engine.', UNKNOWN",
        "400, -1007, 'Timeout of the engine.', UNKNOWN",
        "400, -1006, 'Unexpected response.', UNKNOWN",
        "400, -1000, 'Unknown error.', UNKNOWN",
        "400, -1001, 'Disconnected.', UNKNOWN",
        "500, -2010, 'Account has insufficient balance for requested action.', UNKNOWN",
        "502, -2013, 'Order does not exist.', UNKNOWN",
        "500, -9999, 'Something new.', UNKNOWN",
        "400, -9999, 'Something new.', REFUSED",
        "409, -2021, 'Half done.', UNKNOWN",
        "302, -1121, 'Elsewhere.', UNKNOWN"
    })
    void shouldJudgeByStatusCodeAndText(
            final int status, final int code, final String text, final Ruling.Kind expected) {
        final Ruling ruling = Rulings.of(answer(status, "{\"code\":" + code + ",\"msg\":\"" + text + "\"}"));
        assertEquals(expected, ruling.kind());
        assertEquals(code, ruling.code());
        assertTrue(ruling.text().startsWith(text), ruling.text());
    }

    @ParameterizedTest
    @CsvSource({"400, UNKNOWN", "403, UNKNOWN", "404, UNKNOWN", "429, RATE_LIMITED", "418, RATE_LIMITED", "502, UNKNOWN"
    })
    void shouldNotTrustAnAnswerThatIsNotTheVenues(final int status, final Ruling.Kind expected) {
        final Ruling ruling = Rulings.of(answer(status, "<html>gateway</html>"));
        assertEquals(expected, ruling.kind());
        assertEquals(Ruling.NO_CODE, ruling.code());
        assertTrue(ruling.text().contains(Integer.toString(status)), ruling.text());
    }

    @Test
    void shouldTakeEveryTwoHundredAsDone() {
        assertEquals(Ruling.Kind.DONE, Rulings.of(answer(200, "{}")).kind());
    }

    private static RestAnswer answer(final int status, final String body) {
        return new RestAnswer(status, MultiMap.caseInsensitiveMultiMap(), body.getBytes(StandardCharsets.UTF_8));
    }
}
