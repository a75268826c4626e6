package io.weir.benchmarks.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class FixTextTest {
    private static final String BODY =
            "35=0|49=CLIENT|56=GATEWAY|34=126|52=20261122-12:00:00.000|112=x=y|".replace('|', FixText.SOH);

    private final byte[] message = FixText.whole(BODY);

    @Test
    void shouldCountBodyLengthAndCheckSum() {
        final String text = new String(message, StandardCharsets.US_ASCII);
        assertEquals(
                "8=FIX.4.4" + FixText.SOH + "9=" + BODY.length() + FixText.SOH, text.substring(0, text.indexOf("35=")));
        int sum = 0;
        for (int i = 0; i < message.length - 7; i++) {
            sum += message[i];
        }
        assertEquals(sum % 256, FixText.number(message, 10));
    }

    @Test
    void shouldFindFields() {
        assertEquals("0", FixText.field(message, 35));
        assertEquals(126, FixText.number(message, 34));
        assertEquals("x=y", FixText.field(message, 112));
        assertEquals("", FixText.field(message, 11));
        assertEquals(0, FixText.number(message, 11));
    }

    @Test
    void shouldFindTheEndOnlyOfAWholeMessage() {
        for (int length = 0; length < message.length; length++) {
            assertEquals(-1, FixText.end(message, 0, length));
        }
        assertEquals(message.length, FixText.end(message, 0, message.length));
    }
}
