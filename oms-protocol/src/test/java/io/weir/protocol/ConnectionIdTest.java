package io.weir.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionIdTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1.1.1",
        "2, 1, 17, 2.1.17",
        "4095, 1048575, -1, 4095.1048575.4294967295",
        "4095, 1, 0, 4095.1.0"
    })
    void shouldHoldEdgeEpochAndNumber(final int edgeId, final int epoch, final int number, final String text) {
        final long connectionId = ConnectionId.of(edgeId, epoch, number);

        assertNotEquals(ConnectionId.NONE, connectionId);
        assertEquals(edgeId, ConnectionId.edgeId(connectionId));
        assertEquals(epoch, ConnectionId.epoch(connectionId));
        assertEquals(text, ConnectionId.toText(connectionId));
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> ConnectionId.of(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ConnectionId.of(4096, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ConnectionId.of(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> ConnectionId.of(1, 1_048_576, 1));
    }
}
