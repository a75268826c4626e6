package io.weir.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.event.HeartbeatSent;
import io.weir.protocol.event.Pulse;
import org.junit.jupiter.api.Test;

class PulseTest {
    private final CoreKit kit = new CoreKit();

    @Test
    void shouldPulseTenTimesASecond() {
        kit.passMs(1_000);
        assertEquals(10, kit.all(Pulse.class).size());
        assertEquals(1_000_000_000L, kit.all(Pulse.class).get(9).elapsedNs());
    }

    @Test
    void shouldNotCatchUpOnPulsesThatWereMissed() {
        kit.outageNs(950_000_000L);
        kit.timer();
        kit.timer();
        assertEquals(1, kit.all(Pulse.class).size());
    }

    @Test
    void shouldDoNothingAtATimerThatFindsNothingDue() {
        final long before = kit.stateHash();
        kit.timer();
        assertEquals(before, kit.stateHash());
        assertEquals(0, kit.all(Pulse.class).size());
    }

    @Test
    void shouldHaveNoDeadlineBeforeTheFirstMessage() {
        final CoreFrame core = new CoreFrame(new RecordingEventLog(), EchoTrading::new);
        assertEquals(Long.MAX_VALUE, core.nextDeadlineNs());
        core.onNewLeadershipTerm(CoreKit.START_NS);
        assertEquals(CoreKit.START_NS + CoreFrame.PULSE_NS, core.nextDeadlineNs());
    }

    @Test
    void shouldNameTheDeadlineInMessageTimeThatHasSteppedBack() {
        kit.outageNs(-5_000_000_000L);
        kit.startEdge(9, 9);
        assertEquals(kit.timeNs() + CoreFrame.PULSE_NS, kit.core().nextDeadlineNs());
        kit.passMs(100);
        assertEquals(1, kit.all(Pulse.class).size());
    }

    @Test
    void shouldJudgeManySessionsInSlices() {
        final FixScript fix = new FixScript();
        for (int i = 0; i < 1_200; i++) {
            fix.kit().define("C" + i);
            fix.connect("C" + i, 1).sends("35=A|34=1|108=1");
        }
        int mostAtOnce = 0;
        for (int i = 0; i < 40; i++) {
            final int before = fix.kit().eventLog().said().size();
            fix.kit()
                    .outageNs(Math.max(
                            0, fix.kit().core().nextDeadlineNs() - fix.kit().timeNs()));
            fix.kit().timer();
            mostAtOnce = Math.max(mostAtOnce, fix.kit().eventLog().said().size() - before);
        }
        assertTrue(mostAtOnce <= CoreFrame.EVENTS_PER_TIMER + 300, mostAtOnce + " events at once");
        assertTrue(fix.kit().all(HeartbeatSent.class).size() >= 1_200);
    }

    @Test
    void shouldTickTheTradingSideAtEveryTimer() {
        kit.passMs(500);
        assertEquals(5, kit.trading().ticks());
    }
}
