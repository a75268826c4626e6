package io.weir.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
    @ParameterizedTest
    @CsvSource({"abc, 2, ab", "aüb, 2, a", "aüb, 3, aü", "a€, 3, a", "🚀🚀, 7, 🚀", "abc, 0, ''"})
    void shouldCutByBytesAndNeverWithinACharacter(final String text, final int maxLength, final String expected) {
        assertEquals(expected, Bounds.cut(text, maxLength));
    }

    @Test
    void shouldLeaveWhatFits() {
        final String text = "x".repeat(Bounds.MAX_TEXT_LENGTH);

        assertSame(text, Bounds.cutText(text));
        assertEquals(text, Bounds.cutText(text + "x"));
    }
}
