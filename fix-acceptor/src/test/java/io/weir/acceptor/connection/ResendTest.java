package io.weir.acceptor.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.acceptor.AcceptorBounds;
import io.weir.acceptor.Fix;
import io.weir.acceptor.TestCore;
import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.event.HeartbeatSent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResendTest {
    /** A ring of a few hundred events, so that older ones come by the readers. */
    private static final AcceptorBounds SMALL_RING = new AcceptorBounds(
            512, 128, Duration.ofSeconds(10), 1, 2000, Duration.ofSeconds(30), 4L << 30, 64 << 10, 2, 64 << 10);

    private Gateway gateway = new Gateway(SMALL_RING, Runnable::run);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void shouldWriteARangeAgainAndFillWhatIsAdministrative() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        final TestCore.Session session = gateway.core.session("CLIENT");
        gateway.core.report(session, "A-1");
        heartbeat(session);
        heartbeat(session);
        gateway.core.report(session, "A-2");
        heartbeat(session);
        gateway.until("live", () -> client.received.size() == 6);
        gateway.log.clusterTimeNs += 5_000_000_000L;
        client.send(Fix.client("2", 2, "7=1|16=0"));
        gateway.until("again", () -> client.received.size() == 11);
        final List<String> again = client.since(6);
        assertGapFill(again.get(0), 1, 2);
        assertAgain(again.get(1), 2, "A-1");
        assertGapFill(again.get(2), 3, 5);
        assertAgain(again.get(3), 5, "A-2");
        assertGapFill(again.get(4), 6, 7);
        assertEquals("20261122-12:00:05.000", Fix.value(again.get(1), 52));
        assertEquals("20261122-12:00:00.000", Fix.value(again.get(1), 122));
        gateway.until("done", () -> gateway.commands(ResendDone.class).size() == 1);
    }

    @Test
    void shouldWriteExactlyTheRangeAskedFor() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        for (int i = 2; i <= 9; i++) {
            gateway.core.report(gateway.core.session("CLIENT"), "A-" + i);
        }
        gateway.until("live", () -> client.received.size() == 9);
        client.send(Fix.client("2", 2, "7=4|16=6"));
        gateway.until("done", () -> gateway.commands(ResendDone.class).size() == 1);
        gateway.until("again", () -> client.received.size() == 12);
        gateway.cycles(5);
        assertEquals(List.of(4, 5, 6), numbers(client.since(9)));
    }

    /** What is said while the range is written comes behind it, each once. */
    @ParameterizedTest
    @ValueSource(ints = {3, 3000})
    void shouldGoOnBehindTheResendWithWhatWasSaidMeanwhile(final int before) throws IOException {
        final FixClient client = gateway.client("CLIENT");
        final TestCore.Session session = gateway.core.session("CLIENT");
        for (int i = 2; i <= before; i++) {
            gateway.core.report(session, "A-" + i);
        }
        gateway.until("live", () -> client.received.size() == before);
        client.send(Fix.client("2", 2, "7=1|16=0"));
        gateway.until("asked", () -> gateway.log.commands.size() == 2);
        for (int i = 1; i <= 5; i++) {
            gateway.core.report(session, "B-" + i);
        }
        gateway.until("all", () -> client.received.size() == 2 * before + 5);
        gateway.cycles(5);
        final List<String> again = client.since(before);
        assertGapFill(again.get(0), 1, 2);
        for (int i = 2; i <= before; i++) {
            assertAgain(again.get(i - 1), i, "A-" + i);
        }
        for (int i = 1; i <= 5; i++) {
            final String live = again.get(before + i - 1);
            assertEquals(Integer.toString(before + i), Fix.value(live, 34));
            assertNull(Fix.value(live, 43));
        }
        assertEquals(before > 1000, gateway.counters.readersOpened.get() > 0);
        gateway.until("readers closed", () -> gateway.log.openReaders == 0);
    }

    @Test
    void shouldNeverStarveASessionBesideALongResend() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        final FixClient beside = gateway.client("CLIENT1");
        final TestCore.Session session = gateway.core.session("CLIENT");
        for (int i = 2; i <= 20_000; i++) {
            gateway.core.report(session, "A-" + i);
        }
        gateway.until("live", () -> client.received.size() == 20_000);
        client.send(Fix.client("2", 2, "7=1|16=0"));
        gateway.until("asked", () -> gateway.log.commands.size() == 3);
        beside.send(Fix.frame("35=1|49=CLIENT1|56=GATEWAY|34=2|52=" + Fix.NOON + "|112=T"));
        gateway.until("heartbeat", () -> beside.received.size() == 2);
        assertTrue(client.received.size() < 39_000, "the resend is still going on");
        gateway.until("all", () -> client.received.size() == 40_000);
    }

    @Test
    void shouldServeASlowClientFromTheJournalAndNotHoldUpOthers() throws IOException {
        final FixClient slow = gateway.client("CLIENT");
        final FixClient beside = gateway.client("CLIENT1");
        slow.reads = false;
        final TestCore.Session session = gateway.core.session("CLIENT");
        for (int i = 2; i <= 20_000; i++) {
            gateway.core.report(session, "A-" + i);
        }
        gateway.until("behind", () -> gateway.counters.fellBehind.get() == 1);
        gateway.core.report(gateway.core.session("CLIENT1"), "B-1");
        gateway.until("the other is served", () -> beside.received.size() == 2);
        slow.reads = true;
        gateway.until("all", () -> slow.received.size() == 20_000);
        assertEquals(range(1, 20_000), numbers(slow.received));
        assertTrue(slow.received.stream().noneMatch(text -> text.contains("|43=Y|")));
        assertTrue(gateway.counters.readersOpened.get() > 0);
    }

    @Test
    void shouldDisconnectAClientThatTakesNothingForTooLong() throws IOException {
        final FixClient slow = gateway.client("CLIENT");
        slow.reads = false;
        for (int i = 2; i <= 20_000; i++) {
            gateway.core.report(gateway.core.session("CLIENT"), "A-" + i);
        }
        gateway.until("behind", () -> gateway.counters.fellBehind.get() == 1);
        gateway.cycles(200);
        gateway.pass(31_000_000_000L);
        gateway.until("told", () -> gateway.commands(Disconnected.class).size() == 1);
        assertEquals(1, gateway.counters.stalled.get());
        assertEquals(0, gateway.log.openReaders);
    }

    /** More slow clients than readers: each gets everything, though the first never reads again. */
    @Test
    void shouldShareTheReadersAmongManyThatAreBehind() throws IOException {
        final List<FixClient> clients = new ArrayList<>();
        for (final String compId : List.of("CLIENT", "CLIENT1", "SLOW", "OPEN")) {
            final FixClient client = gateway.client(compId);
            client.reads = false;
            clients.add(client);
            for (int i = 2; i <= 25_000; i++) {
                gateway.core.report(gateway.core.session(compId), "A-" + i);
            }
        }
        gateway.until("behind", () -> gateway.counters.fellBehind.get() == 4);
        gateway.cycles(200);
        for (final FixClient client : clients.subList(1, 4)) {
            client.reads = true;
        }
        gateway.until("all but the first", () -> {
            gateway.nowNs += 10_000_000L;
            return clients.subList(1, 4).stream().allMatch(client -> client.received.size() == 25_000);
        });
        clients.get(0).reads = true;
        gateway.until("the first too", () -> clients.get(0).received.size() == 25_000);
        assertEquals(range(1, 25_000), numbers(clients.get(0).received));
        assertTrue(gateway.log.openReaders <= 2);
    }

    @Test
    void shouldWriteWhatComesLateAsIfSaidAgain() throws IOException {
        final FixClient slow = gateway.client("CLIENT");
        final TestCore.Session session = gateway.core.session("CLIENT");
        gateway.core.report(session, "A-2");
        heartbeat(session);
        gateway.log.clusterTimeNs += 10_100_000_000L;
        gateway.core.report(session, "A-4");
        gateway.until("all", () -> slow.received.size() == 4);
        assertAgain(slow.received.get(1), 2, "A-2");
        assertGapFill(slow.received.get(2), 3, 4);
        assertNull(Fix.value(slow.received.get(3), 43));
        assertEquals(2, gateway.counters.messagesLate.get());
    }

    @Test
    void shouldFillWhatTheJournalNoLongerHas() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        for (int i = 2; i <= 2000; i++) {
            gateway.core.report(gateway.core.session("CLIENT"), "A-" + i);
        }
        gateway.until("live", () -> client.received.size() == 2000);
        gateway.log.startPosition = gateway.log.positions.get(500);
        client.send(Fix.client("2", 2, "7=1|16=0"));
        gateway.until("done", () -> gateway.commands(ResendDone.class).size() == 1);
        gateway.until("again", () -> client.received.size() == 3501);
        assertGapFill(client.received.get(2000), 1, 501);
        assertAgain(client.received.get(2001), 501, "A-501");
        assertEquals(1, gateway.counters.belowHorizon.get());
    }

    @Test
    void shouldForgetAResendWhoseClientIsGone() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        for (int i = 2; i <= 3000; i++) {
            gateway.core.report(gateway.core.session("CLIENT"), "A-" + i);
        }
        gateway.until("live", () -> client.received.size() == 3000);
        gateway.log.readersStall = true;
        client.send(Fix.client("2", 2, "7=1|16=0"));
        gateway.until("reader", () -> gateway.log.openReaders == 1);
        client.close();
        gateway.until("told", () -> gateway.commands(Disconnected.class).size() == 1);
        gateway.pass(2_000_000_000L);
        gateway.until("closed", () -> gateway.log.openReaders == 0);
        assertEquals(List.of(), gateway.commands(ResendDone.class));
    }

    /** Reports, heartbeats, resends and pauses in any order: the client sees every number, live ones in order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldKeepTheStreamWholeInAnyOrderOfThings(final long seed) throws IOException {
        final Random random = new Random(seed);
        final FixClient client = gateway.client("CLIENT");
        final TestCore.Session session = gateway.core.session("CLIENT");
        int said = 1;
        int sent = 1;
        for (int step = 0; step < 300; step++) {
            switch (random.nextInt(8)) {
                case 0:
                    client.reads = random.nextInt(3) > 0;
                    break;
                case 1:
                    final int begin = Math.max(1, said - random.nextInt(400));
                    client.send(Fix.client("2", ++sent, "7=" + begin + "|16=" + (random.nextBoolean() ? 0 : said)));
                    gateway.cycles(1 + random.nextInt(3));
                    break;
                case 2:
                    heartbeat(session);
                    said++;
                    break;
                default:
                    for (int i = random.nextInt(40); i >= 0; i--) {
                        gateway.core.report(session, "A-" + ++said);
                    }
            }
            gateway.cycles(random.nextInt(3));
        }
        client.reads = true;
        final int last = said;
        final int resends = sent - 1;
        gateway.until(resends + " resends and " + last + " messages", () -> {
            gateway.nowNs += 1_000_000L;
            return gateway.commands(ResendDone.class).size() == resends && client.live.size() == last;
        });
        assertEquals(range(1, last), client.live, "seed " + seed);
        assertFalse(client.closed);
    }

    private void heartbeat(final TestCore.Session session) {
        gateway.core.say(session, new HeartbeatSent(gateway.core.next(session), ""));
    }

    private static List<Integer> numbers(final List<String> messages) {
        final List<Integer> numbers = new ArrayList<>();
        messages.forEach(message -> numbers.add(Integer.valueOf(Fix.value(message, 34))));
        return numbers;
    }

    private static List<Integer> range(final int from, final int to) {
        final List<Integer> range = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            range.add(i);
        }
        return range;
    }

    private static void assertAgain(final String message, final int number, final String clOrdId) {
        assertEquals("8", Fix.value(message, 35), message);
        assertEquals(Integer.toString(number), Fix.value(message, 34), message);
        assertEquals("Y", Fix.value(message, 43), message);
        assertEquals(clOrdId, Fix.value(message, 11), message);
    }

    private static void assertGapFill(final String message, final int number, final int newSeqNo) {
        assertEquals("4", Fix.value(message, 35), message);
        assertEquals(Integer.toString(number), Fix.value(message, 34), message);
        assertEquals("Y", Fix.value(message, 43), message);
        assertEquals("Y", Fix.value(message, 123), message);
        assertEquals(Integer.toString(newSeqNo), Fix.value(message, 36), message);
    }
}
