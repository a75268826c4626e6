package io.weir.core.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.core.CoreKit;
import io.weir.core.FixScript;
import io.weir.protocol.Bounds;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.CommandHeader;
import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.EdgeAck;
import io.weir.protocol.event.EdgeGap;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.Pulse;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgesTest {
    private static final Disconnected NOTHING = new Disconnected(ConnectionId.of(1, 1, 99), "");

    private final CoreKit kit = new CoreKit();

    EdgesTest() {
        kit.news();
    }

    private void say(final int epoch, final long seq) {
        kit.raw(new CommandHeader(1, epoch, seq, kit.timeNs()), NOTHING);
    }

    private List<EdgeAck> acks() {
        kit.passMs(100);
        final List<Pulse> pulses = kit.all(Pulse.class);
        return pulses.get(pulses.size() - 1).edges();
    }

    @Test
    void shouldGrantTheSameEpochForTheSameNonceAndTheNextForAnother() {
        kit.startEdge(1, 11);
        kit.startEdge(1, 11);
        kit.startEdge(1, 12);
        assertEquals(
                List.of(
                        new EdgeStarted(1, 1, 11, EdgeKind.ACCEPTOR, 0),
                        new EdgeStarted(1, 1, 11, EdgeKind.ACCEPTOR, 0),
                        new EdgeStarted(1, 2, 12, EdgeKind.ACCEPTOR, 0)),
                kit.news());
    }

    @Test
    void shouldTellAVenueEdgeItsVenueAndStanding() {
        kit.startEdge(5, 51, EdgeKind.VENUE, "SIM");
        final EdgeStarted started = new EdgeStarted(5, 1, 51, EdgeKind.VENUE, 7);
        assertEquals(List.of(started), kit.news());
        assertEquals(List.of(started), kit.trading().toldVenues());
    }

    @Test
    void shouldTakeTheNextNumberOnlyAndAcknowledgeByPulse() {
        kit.startEdge(1, 11);
        say(1, 1);
        say(1, 1);
        say(1, 2);
        assertTrue(acks().contains(new EdgeAck(1, 1, 2)));
    }

    @Test
    void shouldSayAGapOnceAndAgainAfterASecondWithoutProgress() {
        kit.startEdge(1, 11);
        kit.news();
        say(1, 3);
        say(1, 4);
        assertEquals(List.of(new EdgeGap(1, 1, 1)), kit.news());
        kit.passMs(900);
        say(1, 5);
        assertEquals(List.of(), kit.news());
        kit.passMs(200);
        say(1, 6);
        assertEquals(List.of(new EdgeGap(1, 1, 1)), kit.news());
        say(1, 1);
        say(1, 3);
        assertEquals(List.of(new EdgeGap(1, 1, 2)), kit.news());
        assertTrue(acks().contains(new EdgeAck(1, 1, 1)));
    }

    @Test
    void shouldGiveNoEffectToCommandsOfAnotherEpoch() {
        kit.startEdge(1, 11);
        say(1, 1);
        kit.startEdge(1, 12);
        kit.news();
        say(1, 2);
        say(3, 1);
        say(2, 1);
        assertEquals(List.of(), kit.news());
        assertTrue(acks().contains(new EdgeAck(1, 2, 1)));
    }

    @Test
    void shouldGiveNoEffectToEdgesUnknown() {
        kit.raw(new CommandHeader(77, 1, 1, kit.timeNs()), NOTHING);
        kit.raw(new CommandHeader(-1, 1, 1, kit.timeNs()), NOTHING);
        kit.raw(new CommandHeader(70_000, 1, 1, kit.timeNs()), NOTHING);
        assertEquals(List.of(), kit.news());
    }

    @Test
    void shouldGiveNoEffectToACommandThatCallsItselfAStart() {
        final FixScript fix = new FixScript();
        final FixScript.Wire client = fix.loggedOn();
        fix.kit()
                .raw(new CommandHeader(1, 0, 0, fix.kit().timeNs()), new Disconnected(client.connectionId(), "forged"));
        client.sends("35=D|34=2|11=A-1");
        client.receives("35=8|34=2|11=A-1|150=0");
    }

    @Test
    void shouldRefuseOneEdgeTooMany() {
        for (int id = 1; id < Bounds.MAX_EDGES; id++) {
            kit.startEdge(id, id);
        }
        kit.news();
        kit.startEdge(1_000, 1);
        final List<Event> news = kit.news();
        assertEquals(1, news.size());
        assertTrue(((CommandRefused) news.get(0)).text().contains("64"));
        assertEquals(Bounds.MAX_EDGES, acks().size());
    }

    @Test
    void shouldRefuseANonceOfZeroAndIdsOutOfRange() {
        kit.raw(new CommandHeader(1, 0, 0, kit.timeNs()), new EdgeStart(0, EdgeKind.OPS, ""));
        kit.raw(new CommandHeader(0, 0, 0, kit.timeNs()), new EdgeStart(1, EdgeKind.OPS, ""));
        kit.raw(new CommandHeader(4096, 0, 0, kit.timeNs()), new EdgeStart(1, EdgeKind.OPS, ""));
        assertEquals(
                3, kit.news().stream().filter(CommandRefused.class::isInstance).count());
    }

    @Test
    void shouldCloseTheConnectionsOfAnEndedStartInSlices() {
        final FixScript fix = new FixScript();
        for (int i = 0; i < 600; i++) {
            fix.kit().define("C" + i);
            fix.connect("C" + i, 1).sends("35=A|34=1|108=30");
        }
        assertEquals(600, fix.kit().sessionFigures().loggedOn());
        fix.kit().startEdge(1, 102);
        assertEquals(344, fix.kit().sessionFigures().loggedOn());
        fix.kit().settle();
        assertEquals(0, fix.kit().sessionFigures().loggedOn());
    }
}
