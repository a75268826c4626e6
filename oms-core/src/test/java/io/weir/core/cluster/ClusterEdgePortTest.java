package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.codec.Events;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.event.Alert;
import io.weir.protocol.event.EdgeAck;
import io.weir.protocol.event.EdgeGap;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Pulse;
import io.weir.protocol.log.EdgePort;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an edge's commands are said, said again, and let go. */
final class ClusterEdgePortTest {
    private static final int EDGE = 7;
    private static final long NONCE = 42;
    private static final long SECOND_NS = 1_000_000_000L;

    private final FakeLog log = new FakeLog();
    private final List<Long> seen = new ArrayList<>();
    private long nowNs = 1;
    private boolean isSettled = true;
    private final ClusterEdgePort port = port(1 << 16);

    @Test
    void shouldAskForItsEpochBehindItsPlaceInTheJournal() {
        log.say(1, 0, 0, 0, new Alert("before", ""));
        poll();
        assertEquals(List.of(0L), log.takeOffered());
        assertEquals(EdgePort.BACK_PRESSURED, port.trySay(new ResendDone(1, 1)));

        log.say(2, 0, 0, 0, new Alert("between", ""));
        log.say(3, EDGE, 0, 0, started(NONCE, 5));
        log.say(4, 0, 0, 0, new Alert("behind", ""));
        poll();
        assertEquals(5, port.epoch());
        assertEquals(List.of(3L, 4L), seen, "from its own EdgeStarted on");
    }

    @Test
    void shouldWaitUntilTheJournalsEndCanOnlyGrow() {
        isSettled = false;
        poll();
        assertEquals(List.of(), log.takeOffered());
        isSettled = true;
        poll();
        assertEquals(List.of(0L), log.takeOffered());
    }

    @Test
    void shouldAskAgainAfterASecondWithoutAnswer() {
        poll();
        nowNs += SECOND_NS / 2;
        poll();
        assertEquals(List.of(0L), log.takeOffered());
        nowNs += SECOND_NS;
        poll();
        assertEquals(List.of(0L), log.takeOffered());
    }

    @Test
    void shouldLetGoOfWhatAnEventOrAPulseAcknowledges() {
        start();
        say(5);
        log.say(10, EDGE, 1, 2, new Alert("answer", ""));
        poll();
        assertEquals(2, port.acknowledgedSeq());
        log.say(11, EDGE, 9, 5, new Alert("of another epoch", ""));
        log.say(12, EDGE + 1, 1, 5, new Alert("of another edge", ""));
        poll();
        assertEquals(2, port.acknowledgedSeq());
        pulse(13, 4);
        assertEquals(4, port.acknowledgedSeq());
        assertEquals(0, port.sincePulseNs());
    }

    @Test
    void shouldSayAgainFromAGapOnceInATerm() {
        start();
        say(5);
        log.takeOffered();
        gap(3, 5);
        poll();
        assertEquals(List.of(3L, 4L, 5L), log.takeOffered());
        assertEquals(2, port.acknowledgedSeq(), "a gap does not acknowledge its cause");
        gap(3, 5);
        poll();
        assertEquals(List.of(), log.takeOffered());
        log.termId++;
        gap(3, 5);
        poll();
        assertEquals(List.of(3L, 4L, 5L), log.takeOffered());
    }

    @Test
    void shouldSayAgainOnANewLeaderOrSession() {
        start();
        say(4);
        pulse(10, 2);
        log.takeOffered();
        log.generation++;
        poll();
        assertEquals(List.of(3L, 4L), log.takeOffered());
    }

    @Test
    void shouldSayAgainWhatAYoungerPulseDoesNotCover() {
        start();
        pulse(SECOND_NS, 0);
        say(3);
        log.takeOffered();
        pulse(SECOND_NS + SECOND_NS / 2, 1);
        pulse(2 * SECOND_NS + SECOND_NS / 4, 1);
        assertEquals(List.of(), log.takeOffered(), "something was taken less than a second ago");
        pulse(3 * SECOND_NS, 1);
        poll();
        assertEquals(List.of(2L, 3L), log.takeOffered());
    }

    @Test
    void shouldSayNothingAgainWhileNoPulseComes() {
        start();
        pulse(SECOND_NS, 0);
        say(3);
        log.takeOffered();
        nowNs += 60 * SECOND_NS;
        poll();
        assertEquals(List.of(), log.takeOffered());
    }

    @Test
    void shouldTakeCommandsWhileTheIngressDoesNot() {
        start();
        log.room = 2;
        say(5);
        assertEquals(List.of(1L, 2L), log.takeOffered());
        log.room = 10;
        poll();
        assertEquals(List.of(3L, 4L, 5L), log.takeOffered());
    }

    @Test
    void shouldRefuseACommandWhenBackPressured() {
        start();
        log.room = 0;
        long last = 0;
        long seq = port.trySay(new ResendDone(1, 1));
        while (seq != EdgePort.BACK_PRESSURED) {
            last = seq;
            seq = port.trySay(new ResendDone(1, 1));
        }
        assertTrue(last > 100, "took " + last);
        pulse(10, last - 1);
        assertEquals(last + 1, port.trySay(new ResendDone(1, 1)), "room again");
    }

    @Test
    void shouldFailLoudlyWhenItsIdIsGrantedToAnother() {
        start();
        log.say(10, EDGE, 0, 0, started(NONCE + 1, 2));
        final EdgeTakenException taken = assertThrows(EdgeTakenException.class, this::poll);
        assertTrue(taken.getMessage().contains("edge 7"), taken.getMessage());
    }

    @Test
    void shouldIgnoreTheStartOfAnotherBeforeItsOwn() {
        poll();
        log.say(1, EDGE, 0, 0, started(NONCE + 1, 1));
        poll();
        assertFalse(port.isStarted());
        log.say(2, EDGE, 0, 0, started(NONCE, 2));
        poll();
        assertEquals(2, port.epoch());
    }

    @Test
    void shouldAskAgainUntilTheCoreKnowsItsVenue() {
        final ClusterEdgePort venue = port(1 << 16, new EdgeStart(NONCE, EdgeKind.VENUE, "KRAKEN"));
        poll(venue);
        log.say(1, EDGE, 0, 0, new EdgeStarted(EDGE, 1, NONCE, EdgeKind.VENUE, 0));
        poll(venue);
        assertFalse(venue.isStarted(), "a venue that is not defined has no standing");
        log.takeOffered();
        nowNs += SECOND_NS;
        poll(venue);
        assertEquals(List.of(0L), log.takeOffered());
        log.say(2, EDGE, 0, 0, new EdgeStarted(EDGE, 1, NONCE, EdgeKind.VENUE, 4));
        poll(venue);
        assertEquals(1, venue.epoch());
        assertEquals(List.of(2L), seen);
    }

    private ClusterEdgePort port(final int ringBytes) {
        return port(ringBytes, new EdgeStart(NONCE, EdgeKind.OPS, ""));
    }

    private ClusterEdgePort port(final int ringBytes, final EdgeStart start) {
        return new ClusterEdgePort(log, log, () -> isSettled, () -> nowNs, new CommandRing(ringBytes), EDGE, start);
    }

    private void start() {
        poll();
        log.say(1, EDGE, 0, 0, started(NONCE, 1));
        poll();
        log.takeOffered();
    }

    private void say(final int count) {
        for (int i = 0; i < count; i++) {
            assertTrue(port.trySay(new ResendDone(i, 1)) > 0);
        }
    }

    private void pulse(final long timeNs, final long seq) {
        log.say(timeNs, 0, 0, 0, new Pulse(timeNs, List.of(new EdgeAck(EDGE, 1, seq))));
        poll();
    }

    private void gap(final long expected, final long cause) {
        log.say(10, EDGE, 1, cause, new EdgeGap(EDGE, 1, expected));
        poll();
    }

    private void poll() {
        poll(port);
    }

    private void poll(final ClusterEdgePort polled) {
        polled.poll((buffer, offset, length, position) -> seen.add(Events.timeNs(buffer, offset)), 100);
    }

    private static EdgeStarted started(final long nonce, final int epoch) {
        return new EdgeStarted(EDGE, epoch, nonce, EdgeKind.OPS, 0);
    }
}
