package io.weir.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NamesTest {
    private final Names names = new Names();

    @Test
    void shouldGiveTheSameStringAgain() {
        assertSame(of("BTC-USD"), of("BTC-USD"));
    }

    @Test
    void shouldNeverConfuseNamesOfOneSlot() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 20_000; i++) {
                assertEquals("ACC-" + i, of("ACC-" + i));
            }
        }
    }

    @Test
    void shouldTellAPrefixFromTheWhole() {
        assertEquals("AB", of("AB"));
        assertEquals("A", of("A"));
        assertEquals("Zürich", of("Zürich"));
    }

    private String of(final String text) {
        final byte[] bytes = new byte[64];
        final byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, bytes, 0, utf8.length);
        return names.of(bytes, utf8.length);
    }
}
