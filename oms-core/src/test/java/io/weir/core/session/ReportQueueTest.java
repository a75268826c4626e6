package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.event.HeartbeatSent;
import io.weir.protocol.event.SessionEvent;
import io.weir.protocol.event.SessionHeader;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;

class ReportQueueTest {
    private final UnprovenBudget budget = new UnprovenBudget();

    private static SessionEvent report(final long msgSeqNum) {
        return new HeartbeatSent(new SessionHeader(1, 9, msgSeqNum, 0), "");
    }

    @Test
    void shouldGiveBackInOrderOverManyTurns() {
        final ReportQueue queue = new ReportQueue(budget);
        long in = 0;
        long out = 0;
        for (int turn = 0; turn < 200; turn++) {
            for (int i = 0; i < 7; i++) {
                assertTrue(queue.add(report(++in)));
            }
            for (int i = 0; i < 5; i++) {
                assertEquals(++out, queue.removeFirst().session().msgSeqNum());
            }
        }
        assertEquals(in - out, queue.size());
        assertEquals(queue.size(), budget.used());
    }

    @Test
    void shouldDropTheOldestAtItsBoundAndCountIt() {
        final ReportQueue queue = new ReportQueue(budget);
        for (long n = 1; n <= ReportQueue.MAX_REPORTS; n++) {
            assertTrue(queue.add(report(n)));
        }
        assertFalse(queue.add(report(ReportQueue.MAX_REPORTS + 1L)));
        assertEquals(2, queue.firstNumber());
        assertEquals(ReportQueue.MAX_REPORTS, queue.size());
        assertEquals(1, budget.dropped());
    }

    @Test
    void shouldPayItselfWhenTheNodesBudgetIsUsedUp() {
        final ReportQueue[] queues = new ReportQueue[5];
        for (int i = 0; i < queues.length; i++) {
            queues[i] = new ReportQueue(budget);
        }
        for (int i = 0; i < 4; i++) {
            for (long n = 1; n <= ReportQueue.MAX_REPORTS; n++) {
                queues[i].add(report(n));
            }
        }
        assertFalse(queues[4].add(report(1)));
        assertTrue(queues[4].isEmpty());
        queues[0].removeFirst();
        assertTrue(queues[4].add(report(2)));
        assertFalse(queues[4].add(report(3)));
        assertEquals(3, queues[4].firstNumber());
        assertEquals(UnprovenBudget.MAX_REPORTS, budget.used());
    }

    @Test
    void shouldForgetWhatWasDroppedOnceItIsProved() {
        final UnprovenReports unproven = new UnprovenReports(budget);
        for (long n = 1; n <= ReportQueue.MAX_REPORTS + 5L; n++) {
            unproven.add(report(n));
        }
        assertEquals(5, unproven.dropped());
        unproven.proveTo(4);
        assertEquals(5, unproven.dropped());
        unproven.proveTo(5);
        assertEquals(0, unproven.dropped());
        unproven.proveTo(100);
        assertEquals(ReportQueue.MAX_REPORTS - 95, unproven.size());
    }

    @Test
    void shouldCarryWhatIsWrittenOverAResetUntilTheFirstProof() {
        final UnprovenReports unproven = new UnprovenReports(budget);
        unproven.add(report(1));
        unproven.add(report(2));
        final ArrayDeque<SessionEvent> again = new ArrayDeque<>();
        unproven.reset(again, report -> report.session().msgSeqNum() == 1);
        assertEquals(1, again.size());
        assertEquals(1, unproven.size());
        unproven.proveTo(0);
        assertEquals(1, unproven.size());
        unproven.proveTo(1);
        assertEquals(0, unproven.size());
    }
}
