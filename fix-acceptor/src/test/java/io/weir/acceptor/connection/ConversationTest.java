package io.weir.acceptor.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.acceptor.Fix;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.InvalidReceived;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.LogoutReceived;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.ProbeAnswered;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.Closed;
import io.weir.protocol.event.Probe;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.TimeInForce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationTest {
    private final Gateway gateway = new Gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void shouldLogOnTradeAndLogOut() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        client.send(Fix.client("D", 2, Fix.order("A-1")));
        client.send(Fix.client("1", 3, "112=T"));
        client.send(Fix.client("5", 4, ""));
        gateway.until("close", () -> client.closed);
        assertEquals(4, client.received.size());
        assertTrue(client.received.get(1).contains("|35=8|49=GATEWAY|56=CLIENT|34=2|"));
        assertTrue(client.received.get(2).contains("|35=0|49=GATEWAY|56=CLIENT|34=3|"));
        assertTrue(client.received.get(3).contains("|35=5|49=GATEWAY|56=CLIENT|34=4|"));
        assertEquals(List.of(), gateway.commands(Disconnected.class));
    }

    @Test
    @Timeout(60)
    void shouldWaitAtItsSocketsForWhatAClientSends() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        gateway.cycles(3);
        client.send(Fix.client("D", 2, Fix.order("A-1")));
        gateway.agent.await(Long.MAX_VALUE);
        gateway.until("order", () -> !gateway.commands(NewOrderSingle.class).isEmpty());
    }

    @Test
    @Timeout(60)
    void shouldBeWokenAtItsSockets() throws IOException {
        gateway.client("CLIENT");
        gateway.cycles(3);
        gateway.agent.wake();
        gateway.agent.await(Long.MAX_VALUE);
    }

    @Test
    void shouldTellTheCoreWhatTheLogonSays() throws IOException {
        gateway.client("CLIENT");
        final LogonReceived logon = gateway.commands(LogonReceived.class).get(0);
        assertEquals("CLIENT", logon.senderCompId());
        assertEquals(30, logon.heartBtIntS());
        assertEquals(1, logon.fix().msgSeqNum());
        assertEquals(ConnectionId.of(1, 1, 1), logon.fix().connectionId());
        assertEquals(Fix.NOON_NS, logon.fix().receivedNs());
    }

    @Test
    void shouldTellTheCoreWhatAnOrderSays() throws IOException {
        gateway.client("CLIENT").send(Fix.client("D", 2, Fix.order("A-1") + "|1=ACC-CLIENT"));
        gateway.until("order", () -> !gateway.commands(NewOrderSingle.class).isEmpty());
        final NewOrderSingle order = gateway.commands(NewOrderSingle.class).get(0);
        assertEquals("A-1", order.clOrdId());
        assertEquals("ACC-CLIENT", order.account());
        assertEquals(new Decimal(5, 1), order.orderQty());
        assertEquals(new Decimal(5_000_025, 2), order.price());
        assertEquals(TimeInForce.GOOD_TILL_CANCEL, order.timeInForce());
        assertEquals("", order.unsupported());
    }

    @ParameterizedTest
    @CsvSource({
        "40=2, 40=3, OrdType(40) 3",
        "59=1, 59=6, TimeInForce(59) 6",
        "59=1, 111=1, MaxFloor(111)",
        "59=1, 110=1, MinQty(110)",
        "59=1, 168=20261122-13:00:00, EffectiveTime(168)",
        "59=1, 18=1 6, ExecInst(18) 6",
        "59=1, 21=3, HandlInst(21) 3",
        "59=1, 100=X, ExDestination(100)",
    })
    void shouldNameWhatIsLegalAndNotWorked(final String from, final String to, final String named) throws IOException {
        gateway.client("CLIENT").send(Fix.client("D", 2, Fix.order("A-1").replace(from, to)));
        gateway.until("order", () -> !gateway.commands(NewOrderSingle.class).isEmpty());
        final NewOrderSingle order = gateway.commands(NewOrderSingle.class).get(0);
        assertTrue(order.unsupported().startsWith(named), order.unsupported());
        assertEquals(named.startsWith("OrdType"), order.ordType() == OrdType.UNSUPPORTED);
    }

    @Test
    void shouldRejectASideThatIsNotWorked() throws IOException {
        gateway.client("CLIENT").send(Fix.client("D", 2, Fix.order("A-1").replace("54=1", "54=5")));
        gateway.until("verdict", () -> !gateway.commands(InvalidReceived.class).isEmpty());
        assertEquals(54, gateway.commands(InvalidReceived.class).get(0).refTagId());
    }

    @Test
    void shouldSayAFaultyMessageWithItsNumber() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        client.send(Fix.client("D", 2, Fix.order("A-1") + "|999=HI"));
        gateway.until("reject", () -> client.received.size() == 2);
        assertTrue(client.last().contains("|35=3|"), client.last());
        assertTrue(client.last().contains("|45=2|371=999|372=D|373=0|"), client.last());
    }

    @Test
    void shouldWorkMessagesRightBehindTheLogon() throws IOException {
        final FixClient client = gateway.connect();
        final StringBuilder all = new StringBuilder();
        all.append(new String(logon("CLIENT", "demo"), StandardCharsets.ISO_8859_1));
        all.append(new String(Fix.client("D", 2, Fix.order("A-1")), StandardCharsets.ISO_8859_1));
        client.send(all.toString().getBytes(StandardCharsets.ISO_8859_1));
        gateway.until("report", () -> client.received.size() == 2);
        assertTrue(client.last().contains("|11=A-1|"));
    }

    @Test
    void shouldTellOfALostConnectionBehindWhatWasRead() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        client.send(Fix.client("D", 2, Fix.order("A-1")));
        client.send("8=FIX.4.4\u00019=100\u000135=D\u0001".getBytes(StandardCharsets.ISO_8859_1));
        client.close();
        gateway.until(
                "disconnected", () -> !gateway.commands(Disconnected.class).isEmpty());
        assertEquals(1, gateway.commands(NewOrderSingle.class).size());
        assertTrue(gateway.log.commands.get(gateway.log.commands.size() - 1) instanceof Disconnected);
    }

    @Test
    void shouldLetAClientInAgainAtOnce() throws IOException {
        for (int i = 0; i < 20; i++) {
            gateway.client("CLIENT").close();
        }
        assertEquals(20, gateway.commands(LogonReceived.class).size());
        gateway.until("all gone", () -> gateway.commands(Disconnected.class).size() == 20);
    }

    @Test
    void shouldLetAClientInAgainAtOnceWhenItHadStillBeenSending() throws IOException {
        for (int i = 0; i < 20; i++) {
            final FixClient client = gateway.client("CLIENT");
            client.send("8=FIX.4.4\u00019=100\u000135=D\u0001".getBytes(StandardCharsets.ISO_8859_1));
            client.close();
        }
        assertEquals(20, gateway.commands(LogonReceived.class).size());
    }

    @Test
    void shouldRefuseASecondConnectionAndLeaveTheFirstAlone() throws IOException {
        final FixClient first = gateway.client("CLIENT");
        final FixClient second = gateway.connect();
        second.send(logon("CLIENT", "demo"));
        gateway.until("refusal", () -> second.closed);
        assertEquals(List.of(), second.received);
        assertEquals(1, gateway.commands(LogonReceived.class).size());
        first.send(Fix.client("1", 2, "112=T"));
        gateway.until("heartbeat", () -> first.received.size() == 2);
    }

    @Test
    void shouldAskTheCoreAboutASecondConnectionWhenTheFirstIsSilent() throws IOException {
        gateway.client("CLIENT");
        gateway.pass(2_100_000_000L);
        gateway.connect().send(logon("CLIENT", "demo"));
        gateway.until("asked", () -> gateway.commands(LogonReceived.class).size() == 2);
        final FixClient third = gateway.connect();
        third.send(logon("CLIENT", "demo"));
        gateway.until("refusal", () -> third.closed);
        assertEquals(2, gateway.commands(LogonReceived.class).size());
    }

    @Test
    void shouldCloseWhatTheCoreCloses() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        gateway.log.say(new Closed(ConnectionId.of(1, 1, 1), 1, false, "by ops"));
        gateway.until("close", () -> client.closed);
        assertEquals(List.of(), gateway.commands(Disconnected.class));
    }

    @Test
    void shouldWriteAllBehindALogoutThoughTheCoreClosesAgain() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        client.send(Fix.client("5", 2, ""));
        gateway.until("Logout", () -> !gateway.commands(LogoutReceived.class).isEmpty());
        gateway.log.say(new Closed(ConnectionId.of(1, 1, 1), 0, false, "not the present connection of a session"));
        gateway.until("close", () -> client.closed);
        assertTrue(client.last().contains("|35=5|"), client.last());
    }

    @Test
    void shouldAnswerProbesOfItsOwnConnections() throws IOException {
        gateway.client("CLIENT");
        gateway.log.say(new Probe(ConnectionId.of(1, 1, 1)));
        gateway.log.say(new Probe(ConnectionId.of(1, 1, 99)));
        gateway.log.say(new Probe(ConnectionId.of(2, 1, 1)));
        gateway.until("answers", () -> gateway.commands(ProbeAnswered.class).size() == 2);
        gateway.cycles(5);
        assertEquals(
                List.of(
                        new ProbeAnswered(ConnectionId.of(1, 1, 1), true),
                        new ProbeAnswered(ConnectionId.of(1, 1, 99), false)),
                gateway.commands(ProbeAnswered.class));
    }

    @Test
    void shouldWriteNothingThatNamesAnotherConnection() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        gateway.core.away(gateway.core.session("CLIENT"));
        gateway.core.report(gateway.core.session("CLIENT"), "A-1");
        gateway.cycles(5);
        assertEquals(1, client.received.size());
        assertFalse(client.closed);
    }

    @Test
    void shouldStopReadingWhenTheLogIsFull() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        gateway.log.backPressured = true;
        client.send(Fix.client("D", 2, Fix.order("A-1")));
        client.send(Fix.client("D", 3, Fix.order("A-2")));
        gateway.until("pressure", () -> gateway.counters.backPressured.get() > 3);
        assertEquals(List.of(), gateway.commands(NewOrderSingle.class));
        gateway.log.backPressured = false;
        gateway.until("reports", () -> client.received.size() == 3);
        assertEquals(2, gateway.commands(NewOrderSingle.class).size());
    }

    @Test
    void shouldHoldBackASessionWithTooMuchUnacknowledged() throws IOException {
        final FixClient client = gateway.client("CLIENT");
        final FixClient other = gateway.client("CLIENT1");
        gateway.log.acknowledged = 2;
        for (int i = 2; i <= 2100; i++) {
            final byte[] order = Fix.client("D", i, Fix.order("A-" + i));
            gateway.until("sent", () -> client.send(order) > 0);
        }
        gateway.until("full", () -> gateway.counters.unacknowledgedFull.get() > 3);
        assertEquals(2000, gateway.commands(NewOrderSingle.class).size());
        other.send(Fix.frame("35=1|49=CLIENT1|56=GATEWAY|34=2|52=" + Fix.NOON + "|112=T"));
        gateway.until("the other is served", () -> other.received.size() == 2);
        gateway.log.acknowledged = Long.MAX_VALUE;
        gateway.until("all", () -> gateway.commands(NewOrderSingle.class).size() == 2099);
    }

    @Test
    void shouldNotReadAClientFarOverItsThrottle() throws IOException {
        final FixClient client = gateway.client("SLOW");
        for (int i = 2; i <= 20; i++) {
            client.send(Fix.frame("35=0|49=SLOW|56=GATEWAY|34=" + i + "|52=" + Fix.NOON));
        }
        gateway.until("throttled", () -> gateway.counters.throttled.get() > 3);
        assertEquals(11, gateway.log.commands.size());
        gateway.pass(1_000_000_000L);
        gateway.until("all", () -> gateway.log.commands.size() == 20);
    }

    static byte[] logon(final String compId, final String password) {
        return Fix.frame("35=A|49=" + compId + "|56=GATEWAY|34=1|52=" + Fix.NOON + "|98=0|108=30|553=" + compId
                + "|554=" + password);
    }
}
