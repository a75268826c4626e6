package io.weir.acceptor.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.acceptor.AcceptorBounds;
import io.weir.acceptor.AcceptorConfig;
import io.weir.acceptor.AcceptorCounters;
import io.weir.acceptor.Fix;
import io.weir.acceptor.TestLog;
import io.weir.acceptor.logon.ClientConfig;
import io.weir.acceptor.logon.StoredPassword;
import io.weir.config.ConfigException;
import io.weir.protocol.command.Disconnected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorsTest {
    private static final AcceptorBounds SMALL = new AcceptorBounds(
            3, 2, Duration.ofSeconds(10), 5, 2000, Duration.ofSeconds(30), 4L << 30, 64 << 10, 4, 256 << 10);

    private Gateway gateway = new Gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35=A|49=NOBODY|56=GATEWAY|34=1|52=NOON|98=0|108=30|553=NOBODY|554=demo",
                "35=A|49=CLIENT|56=ELSE|34=1|52=NOON|98=0|108=30|553=CLIENT|554=demo",
                "35=A|49=CLIENT|56=GATEWAY|34=1|52=NOON|98=0|108=30|553=CLIENT|554=wrong",
                "35=A|49=CLIENT|56=GATEWAY|34=1|52=NOON|98=0|108=30|553=CLIENT1|554=demo",
                "35=A|49=CLIENT|56=GATEWAY|34=1|52=NOON|98=0|108=30",
                "35=A|49=CLIENT|56=GATEWAY|34=1|52=NOON|98=0|553=CLIENT|554=demo",
                "35=A|49=CLIENT|56=GATEWAY|34=1|52=NOON|98=0|108=301|553=CLIENT|554=demo",
                "35=A|49=CLIENT|56=GATEWAY|34=1|52=NOON|98=0|108=-1|553=CLIENT|554=demo",
                "35=A|49=CLIENT|56=GATEWAY|34=1|52=NOON|98=1|108=30|553=CLIENT|554=demo",
                "35=A|49=CLIENT|56=GATEWAY|34=1|52=20261122-11:00:00|98=0|108=30|553=CLIENT|554=demo",
                "35=A|49=CLIENT|56=GATEWAY|52=NOON|98=0|108=30|553=CLIENT|554=demo",
                "35=A|49=CLIENT|56=GATEWAY|34=2000000000|52=NOON|98=0|108=30|553=CLIENT|554=demo",
                "35=A|49=CLIENT|56=GATEWAY|34=1|52=NOON|98=0|108=30|789=2000000000|553=CLIENT|554=demo",
                "35=A|49=FAR|56=GATEWAY|34=1|52=NOON|98=0|108=30|553=FAR|554=demo",
                "35=0|49=CLIENT|56=GATEWAY|34=1|52=NOON",
                "35=D|49=CLIENT|56=GATEWAY|34=1|52=NOON|11=A",
            })
    void shouldCloseWithoutAWordOn(final String first) throws IOException {
        assertRefused(Fix.frame(first.replace("NOON", Fix.NOON)));
    }

    @Test
    void shouldCloseWithoutAWordOnAnotherBeginString() throws IOException {
        assertRefused(Fix.frame(
                "FIX.4.2", "35=A|49=CLIENT|56=GATEWAY|34=1|52=" + Fix.NOON + "|98=0|108=30|553=CLIENT|554=demo"));
    }

    @Test
    void shouldLetASessionWithoutAPasswordIn() throws IOException {
        final FixClient client = gateway.connect();
        client.send(Fix.frame("35=A|49=OPEN|56=GATEWAY|34=1|52=" + Fix.NOON + "|98=0|108=0"));
        gateway.until("Logon", () -> client.received.size() == 1);
    }

    @Test
    void shouldSlowDownWrongPasswordsAndStillTakeTheRightOne() throws IOException {
        for (int i = 0; i < 6; i++) {
            final FixClient client = gateway.connect();
            client.send(ConversationTest.logon("CLIENT", "wrong"));
            gateway.until("worked", () -> {
                gateway.nowNs += 10_000_000L;
                return client.closed;
            });
        }
        assertEquals(6, gateway.counters.wrongPasswords.get());
        final FixClient right = gateway.connect();
        right.send(ConversationTest.logon("CLIENT", "demo"));
        gateway.pass(400_000_000L);
        assertEquals(List.of(), right.received);
        final FixClient beside = gateway.client("CLIENT1");
        assertFalse(beside.closed);
        gateway.pass(4_000_000_000L);
        gateway.until("Logon", () -> right.received.size() == 1);
    }

    @Test
    void shouldWaitForAHelperThatHasTooMany() throws IOException {
        gateway.close();
        final Deque<Runnable> tasks = new ArrayDeque<>();
        final boolean[] full = {true};
        gateway = new Gateway(AcceptorBounds.DEFAULT, task -> {
            if (full[0]) {
                throw new RejectedExecutionException();
            }
            tasks.add(task);
        });
        final FixClient client = gateway.connect();
        client.send(ConversationTest.logon("CLIENT", "demo"));
        gateway.cycles(5);
        full[0] = false;
        gateway.until("asked", () -> !tasks.isEmpty());
        gateway.cycles(5);
        assertEquals(List.of(), client.received);
        tasks.poll().run();
        gateway.until("Logon", () -> client.received.size() == 1);
    }

    @Test
    void shouldCloseWhoDoesNotLogOnInTime() throws IOException {
        final FixClient client = gateway.connect();
        gateway.until("connection", () -> gateway.counters.connections.get() == 1);
        gateway.pass(9_900_000_000L);
        assertFalse(client.closed);
        gateway.pass(200_000_000L);
        gateway.until("close", () -> client.closed);
        assertEquals(1, gateway.counters.logonTimeouts.get());
    }

    @Test
    void shouldBoundConnectionsOfOneAddress() throws IOException {
        gateway.close();
        gateway = new Gateway(SMALL, Runnable::run);
        final FixClient first = gateway.connect();
        final FixClient second = gateway.connect();
        final FixClient third = gateway.connect();
        gateway.until("close", () -> third.closed);
        assertFalse(first.closed || second.closed);
        assertEquals(1, gateway.counters.overLimit.get());
        first.close();
        gateway.until("room", () -> gateway.counters.connections.get() == 1);
        final FixClient fourth = gateway.client("CLIENT");
        assertFalse(fourth.closed);
    }

    @Test
    void shouldGiveUpAClientThatSendsAMebibyteAsOneMessage() throws IOException {
        final FixClient beside = gateway.client("CLIENT1");
        final FixClient client = gateway.client("CLIENT");
        client.send(("8=FIX.4.4\u00019=1048576\u000135=D\u0001" + "x".repeat(50_000))
                .getBytes(StandardCharsets.ISO_8859_1));
        gateway.until("close", () -> client.closed);
        assertEquals("5", Fix.value(client.last(), 35));
        assertEquals("BodyLength(9) 1048576 is above 65472", Fix.value(client.last(), 58));
        assertTrue(gateway.commands(Disconnected.class).get(0).text().contains("BodyLength(9) 1048576"));
        beside.send(Fix.frame("35=1|49=CLIENT1|56=GATEWAY|34=2|52=" + Fix.NOON + "|112=T"));
        gateway.until("heartbeat", () -> beside.received.size() == 2);
    }

    @Test
    void shouldStepOverGarbledMessagesAndGiveUpWhenThereIsNothingElse() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        final byte[] garbled = "8=FIX.4.4\u00019=5\u000135=0\u000110=000\u0001".getBytes(StandardCharsets.ISO_8859_1);
        client.send(garbled);
        client.send(Fix.client("1", 2, "112=T"));
        gateway.until("heartbeat", () -> client.received.size() == 2);
        assertEquals(1, gateway.counters.garbled.get());
        for (int i = 0; i < 110; i++) {
            client.send(garbled);
        }
        gateway.until("close", () -> client.closed);
        assertEquals("more than 100 garbled messages came in a row", Fix.value(client.last(), 58));
        assertEquals(1, gateway.commands(Disconnected.class).size());
        assertEquals(1, gateway.counters.hopeless.get());
    }

    @Test
    void shouldSayWhyItGivesUpAClientAlsoWhenBackPressured() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        gateway.log.backPressured = true;
        client.send("8=FIX.4.4\u00019=1048576\u000135=D\u0001".getBytes(StandardCharsets.ISO_8859_1));
        gateway.until("hopeless", () -> gateway.counters.hopeless.get() == 1);
        client.send(Fix.client("1", 2, "112=T"));
        gateway.cycles(10);
        assertEquals(0, gateway.commands(Disconnected.class).size());
        gateway.log.backPressured = false;
        gateway.until("close", () -> client.closed);
        assertEquals("5", Fix.value(client.last(), 35));
        assertEquals(2, client.received.size());
        assertEquals(1, gateway.commands(Disconnected.class).size());
        assertEquals(1, gateway.counters.hopeless.get());
    }

    @Test
    void shouldNotReadWithoutALeaseAndCloseAllWhenItStaysAway() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        gateway.log.sincePulseNs = 2_100_000_000L;
        final int before = gateway.log.commands.size();
        client.send(Fix.client("1", 2, "112=T"));
        gateway.cycles(10);
        assertEquals(before, gateway.log.commands.size());
        gateway.log.sincePulseNs = 0;
        gateway.until("heartbeat", () -> client.received.size() == 2);
        gateway.log.sincePulseNs = 10_100_000_000L;
        gateway.pass(10_000_000L);
        gateway.until("close", () -> client.closed);
        gateway.log.sincePulseNs = 0;
        gateway.until("told", () -> gateway.commands(Disconnected.class).size() == 1);
    }

    @Test
    void shouldTakeNobodyBeforeItHasItsEpoch() throws IOException {
        gateway.log.started = false;
        final FixClient client = gateway.connect();
        client.send(ConversationTest.logon("CLIENT", "demo"));
        gateway.cycles(10);
        assertEquals(0, gateway.counters.connections.get());
        gateway.log.started = true;
        gateway.until("Logon", () -> client.received.size() == 1);
    }

    @Test
    void shouldSayWhichAddressIsTaken() {
        final AcceptorConfig config = new AcceptorConfig(
                "127.0.0.1", gateway.agent.address().getPort(), "GATEWAY", List.of(), AcceptorBounds.DEFAULT);
        final TestLog log = new TestLog();
        final UncheckedIOException taken = assertThrows(
                UncheckedIOException.class,
                () -> new AcceptorAgent(config, log, log, Runnable::run, () -> 0, () -> 0, new AcceptorCounters()));
        assertTrue(taken.getMessage().contains("127.0.0.1:" + config.port()), taken.getMessage());
    }

    @Test
    void shouldNameEveryFaultOfTheSettingsAtOnce() {
        final ClientConfig twice = new ClientConfig("A", "", null, List.of(), 0);
        final ConfigException faults = assertThrows(
                ConfigException.class,
                () -> new AcceptorConfig("", 70_000, "TOO LONG", List.of(twice, twice), AcceptorBounds.DEFAULT));
        assertEquals(4, faults.faults().size(), faults.getMessage());
    }

    @Test
    void shouldKeepPasswordsToThemselves() {
        final byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        final String stored = StoredPassword.hash("s3cret", salt, StoredPassword.LEAST_ITERATIONS);
        final StoredPassword password = StoredPassword.of(stored);
        assertTrue(password.matches("s3cret"));
        assertFalse(password.matches("s3cret "));
        assertTrue(password.isHashed());
        assertEquals("***", password.toString());
        assertFalse(StoredPassword.of("demo").isHashed());
        for (final String bad :
                List.of("pbkdf2-sha256$1$YWJjZGVmZ2g=$x", "pbkdf2-sha256$", "pbkdf2-sha256$20000$!$!")) {
            assertThrows(IllegalArgumentException.class, () -> StoredPassword.of(bad));
        }
        assertFalse(
                new ClientConfig("A", "A", password, List.of(), 0).toString().contains("pbkdf2"));
    }

    private void assertRefused(final byte[] first) throws IOException {
        final FixClient client = gateway.connect();
        client.send(first);
        gateway.until("close", () -> client.closed);
        assertEquals(List.of(), client.received);
        assertEquals(List.of(), gateway.log.commands);
        assertEquals(1, gateway.counters.refusedLogons.get());
        gateway.client("CLIENT1");
    }
}
