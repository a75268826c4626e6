package io.weir.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weir.protocol.Bounds;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class WrittenNamesTest {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4 * Bounds.MAX_TEXT_LENGTH]);
    private final MessageTarget target = new MessageTarget();

    @Test
    void shouldForgetTheOlderOfTwoInOneSlot() {
        final WrittenNames names = new WrittenNames();
        names.keep("Aa", new byte[] {1});
        names.keep("BB", new byte[] {2}); // the same hash
        assertNull(names.find("Aa"));
        assertArrayEquals(new byte[] {2}, names.find(new String("BB")));
    }

    @Test
    void shouldWriteTheSameBytesAgain() {
        for (final String text : new String[] {"", "BTC-USD", "Zürich", "x".repeat(Bounds.MAX_NAME_LENGTH)}) {
            assertArrayEquals(written(text), written(new String(text)), text);
        }
        assertEquals(2, written("").length);
    }

    @Test
    void shouldHoldNameToItsBoundWhenALongerTextIsKept() {
        final String text = "x".repeat(Bounds.MAX_NAME_LENGTH + 1);
        target.wrap(buffer, 0);
        target.why("why", text);
        assertEquals(
                "name has 33 bytes, more than 32",
                assertThrows(IllegalArgumentException.class, () -> target.name("name", text))
                        .getMessage());
    }

    private byte[] written(final String text) {
        target.wrap(buffer, 0);
        target.name("name", text);
        return Arrays.copyOf(buffer.byteArray(), target.length());
    }
}
