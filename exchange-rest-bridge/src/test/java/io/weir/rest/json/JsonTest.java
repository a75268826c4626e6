package io.weir.rest.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.protocol.decimal.Decimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @CsvSource({
        "'\"0.50000000\"', 5, 1",
        "'\"60000.00000000\"', 60000, 0",
        "'\"0.00000000\"', 0, 0",
        "'\"-0.10\"', -1, 1",
        "'\"123456789012.00000000\"', 123456789012, 0",
        "'0.1', 1, 1",
        "'12', 12, 0",
        "'9007199254740993.5', 90071992547409935, 1",
        "'1e3', 1000, 0"
    })
    void shouldReadDecimalsDigitByDigit(final String text, final long mantissa, final int scale) {
        final JsonNode node = Json.parse("{\"n\":" + text + "}");
        assertEquals(new Decimal(mantissa, scale), Json.decimal(node, "n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"x\"", "\"1e5\"", "true", "null", "[]", "\"99999999999999999999.5\""})
    void shouldRefuseWhatIsNoDecimal(final String text) {
        final JsonNode node = Json.parse("{\"n\":" + text + "}");
        assertThrows(JsonFault.class, () -> Json.decimal(node, "n"));
    }

    @Test
    void shouldNameTheFieldThatIsMissing() {
        final JsonNode node = Json.parse("{\"a\":1}");
        final JsonFault fault = assertThrows(JsonFault.class, () -> Json.text(node, "msg"));
        assertTrue(fault.getMessage().contains("msg"), fault.getMessage());
        assertThrows(JsonFault.class, () -> Json.number(node, "b"));
        assertThrows(JsonFault.class, () -> Json.list(node, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<html>", "1", "\"x\""})
    void shouldRefuseWhatIsNoDocument(final String text) {
        assertThrows(JsonFault.class, () -> Json.parse(text));
        assertThrows(JsonFault.class, () -> Json.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldReadAListItemByItem() {
        final List<Long> ids = new ArrayList<>();
        Json.forEach(
                "[{\"id\":1,\"x\":[1]},{\"id\":2}]".getBytes(StandardCharsets.UTF_8),
                item -> ids.add(Json.number(item, "id")));
        assertEquals(List.of(1L, 2L), ids);
    }

    @Test
    void shouldRefuseAListThatIsCutOff() {
        final byte[] text = "[{\"id\":1},{".getBytes(StandardCharsets.UTF_8);
        assertThrows(JsonFault.class, () -> Json.forEach(text, item -> {}));
    }
}
