package io.weir.benchmarks.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every order is counted once, whatever the server says. */
class OrdersTest {
    private final Orders orders = new Orders("R1-", 4, OrderTerms.MARKETABLE, false);
    private final Inbound report = new Inbound();

    @Test
    void shouldCountEachNewOnce() {
        hear("11=R1-0|150=0|39=0|", 10);
        hear("11=R1-1|150=0|39=0|", 20);
        hear("11=R1-1|150=0|39=0|", 30);

        assertEquals(2, orders.news());
        assertEquals(1, orders.doubled());
        assertEquals(20, orders.lastReportNs());
    }

    @Test
    void shouldCountAFillWhenItIsWhole() {
        hear("11=R1-3|150=F|39=1|30=A|", 10);
        hear("11=R1-3|150=F|39=2|30=B|", 20);
        hear("11=R1-3|150=F|39=2|30=B|", 30);

        assertEquals(1, orders.filled());
        assertEquals(1, orders.doubled());
        assertEquals(Map.of("A", 1L, "B", 2L), orders.tradesByVenue());
    }

    @Test
    void shouldTellOrdersOfOtherRounds() {
        hear("11=R11-0|150=0|39=0|", 10);
        hear("11=R1-4|150=0|39=0|", 10);
        hear("11=NONE|150=0|39=0|", 10);
        hear("150=0|39=0|", 10);

        assertEquals(4, orders.strangers());
        assertEquals(0, orders.news());
    }

    @Test
    void shouldGiveUpWhenMostAreRefused() {
        hear("11=R1-0|150=8|39=8|58=no|", 10);
        hear("11=R1-1|150=4|39=4|", 10);

        assertEquals(2, orders.refused());
        assertEquals("11=R1-0|150=8|39=8|58=no|", orders.refusals().get(0));
        assertThrows(LoadException.class, () -> hear("11=R1-2|150=8|39=8|", 10));
    }

    private void hear(final String fields, final long nowNs) {
        final byte[] bytes = FixWriter.fields(fields);
        report.read(bytes, 0, bytes.length);
        orders.onReport(report, nowNs);
    }
}
