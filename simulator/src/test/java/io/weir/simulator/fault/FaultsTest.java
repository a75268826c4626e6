package io.weir.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults(EnumSet.allOf(FaultKind.class), 9);

    @Test
    void shouldStrikeAsOftenAsArmedAndCount() {
        faults.arm(FaultKind.SILENT_BEFORE, Arming.next(2));
        assertFalse(faults.strikes(FaultKind.SILENT_BEFORE, RequestKind.QUERY));
        assertTrue(faults.strikes(FaultKind.SILENT_BEFORE, RequestKind.PLACE));
        assertTrue(faults.strikes(FaultKind.SILENT_BEFORE, RequestKind.CANCEL));
        assertFalse(faults.strikes(FaultKind.SILENT_BEFORE, RequestKind.PLACE));
        assertEquals(2L, faults.struck().get(FaultKind.SILENT_BEFORE));
        assertTrue(faults.armed().isEmpty());
    }

    @Test
    void shouldStrikeTheSameOccasionsForTheSameSeed() {
        final List<Boolean> first = strikes(new Faults(EnumSet.allOf(FaultKind.class), 5));
        assertEquals(first, strikes(new Faults(EnumSet.allOf(FaultKind.class), 5)));
        final long hits = first.stream().filter(s -> s).count();
        assertTrue(hits > 200 && hits < 400, hits + " of 1000 at 0.3");
    }

    private static List<Boolean> strikes(final Faults faults) {
        faults.arm(FaultKind.DROP_AFTER, Arming.chance(0.3));
        final List<Boolean> strikes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            strikes.add(faults.strikes(FaultKind.DROP_AFTER, RequestKind.PLACE));
        }
        return strikes;
    }

    @Test
    void shouldNameTheBoundOfABadArming() {
        assertEquals("count 0 must be 1 or more", message(() -> Arming.next(0)));
        assertEquals("probability 1.5 must be above 0 and at most 1", message(() -> Arming.chance(1.5)));
        assertEquals(
                "delayMs 600001 must be 0 to 600000",
                message(() -> Arming.next(1).withDelayMs(600_001)));
        assertEquals(
                "requests must name at least one of PLACE, CANCEL, REPLACE, QUERY",
                message(() -> Arming.next(1).on(Set.of())));
    }

    private static String message(final Runnable bad) {
        return assertThrows(IllegalArgumentException.class, bad::run).getMessage();
    }

    @Test
    void shouldKeepReportsInOrderThroughDelaySilenceAndDuplication() {
        final List<String> said = new ArrayList<>();
        final ReportGate<String> gate = new ReportGate<>(faults, said::add);
        gate.say("new", false, 0);
        faults.arm(FaultKind.DELAY_REPORT, Arming.next(1).withDelayMs(100));
        gate.say("fill", true, 0);
        gate.say("canceled", false, 1);
        assertEquals(List.of("new"), said);
        gate.release(100);
        assertEquals(List.of("new", "fill", "canceled"), said);

        gate.silence();
        gate.say("held", false, 101);
        gate.release(1_000);
        assertEquals(1, gate.held());
        gate.speak();
        faults.arm(FaultKind.DUPLICATE_REPORT, Arming.next(1));
        gate.say("twice", true, 102);
        assertEquals(List.of("new", "fill", "canceled", "held", "twice", "twice"), said);

        gate.silence();
        gate.say("lost", false, 103);
        gate.reset();
        assertEquals(1, gate.lost());
        assertEquals(0, gate.held());
    }
}
