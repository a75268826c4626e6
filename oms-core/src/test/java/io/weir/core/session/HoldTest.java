package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.core.FixScript;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.SetHold;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.HoldChanged;
import io.weir.protocol.event.NumbersRaised;
import io.weir.protocol.event.VenueHold;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A gateway that lost power stands still, and how an operator lets it go on. */
final class HoldTest {
    private static final int OPS = 9;
    private static final int ACCEPTOR = 1;

    private final FixScript fix = new FixScript();

    HoldTest() {
        fix.kit().startEdge(OPS, 901);
        fix.kit().news();
    }

    private void hold() {
        fix.kit().say(OPS, new SetHold(true, 0, "power was lost"));
    }

    private void letGo(final long raiseNumbersBy) {
        fix.kit().say(OPS, new SetHold(false, raiseNumbersBy, "recovered"));
    }

    private List<Event> news() {
        return fix.kit().news();
    }

    /** The acceptor starts anew, as it does when the process did. */
    private void acceptorStarts() {
        fix.kit().startEdge(ACCEPTOR, 102);
        fix.kit().settle();
        news();
    }

    @Test
    void shouldRefuseLogonsByClosing() {
        hold();
        assertEquals(List.of(new HoldChanged(true, "power was lost")), news());
        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=1|108=30");
        client.receives("CLOSED");
    }

    @Test
    void shouldSayItOnce() {
        hold();
        hold();
        assertEquals(1, news().size());
    }

    @Test
    void shouldEndAConnectionThatIsThereStill() {
        final FixScript.Wire client = fix.loggedOn();
        hold();
        client.sends("35=D|34=2|11=A-2");
        client.receives("CLOSED");
        assertEquals(List.of(), fix.kit().trading().worked());
    }

    @Test
    void shouldRaiseEveryNumberAndGoOn() {
        fix.loggedOn();
        acceptorStarts();
        hold();
        news();
        letGo(1_000);
        assertEquals(List.of(new NumbersRaised(1, "CLIENT", 2, 1_002), new HoldChanged(false, "recovered")), news());

        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=2|108=30");
        client.receives("35=A|34=1002|108=30");
        client.sends("35=2|34=3|7=2|16=0");
        client.receives("RESEND 2 to 1002");
    }

    @Test
    void shouldRefuseWhatMayHaveBeenWorkedBefore() {
        fix.loggedOn();
        acceptorStarts();
        hold();
        letGo(1_000);

        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=5|108=30");
        client.receives("35=A|34=1002|108=30", "35=2|34=1003|7=2|16=0");
        client.sends("35=D|34=2|43=Y|11=A-2", "35=G|34=3|43=Y|11=A-3|41=A-1", "35=F|34=4|43=Y|11=A-4|41=A-1");
        client.receives(
                "35=j|34=1004|45=2|372=D|380=0|379=A-2",
                "35=j|34=1005|45=3|372=G|380=0|379=A-3",
                "35=9|34=1006|11=A-4");
        assertEquals(List.of(), fix.kit().trading().worked());

        client.sends("35=D|34=6|11=A-6");
        client.receives("35=8|34=1007|11=A-6|150=0");
    }

    @Test
    void shouldNotDoubtTheNumbersOfAReset() {
        fix.loggedOn();
        acceptorStarts();
        hold();
        letGo(1_000);

        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=1|141=Y|108=30", "35=D|34=2|11=A-2");
        client.receives("35=A|34=1|108=30|141=Y", "35=8|34=2|11=A-2|150=0");
    }

    @Test
    void shouldRefuseToLetGoWhatIsNotHeld() {
        letGo(1);
        assertRefused("the gateway is not held");
    }

    @Test
    void shouldRefuseAJumpOutOfBounds() {
        hold();
        news();
        letGo(0);
        assertRefused("raiseNumbersBy 0 is not from 1 to 100000000");
        letGo(Bounds.MAX_RAISE + 1);
        assertRefused("raiseNumbersBy 100000001 is not from 1 to 100000000");
    }

    private void assertRefused(final String text) {
        final List<Event> news = news();
        assertEquals(1, news.size(), news.toString());
        assertTrue(((CommandRefused) news.get(0)).text().startsWith(text), news.toString());
    }

    @Test
    void shouldRaiseManySessionsAFewAtATime() {
        IntStream.range(0, 600).forEach(i -> fix.kit().define("C" + i));
        hold();
        news();
        letGo(7);
        final List<Event> atOnce = news();
        assertEquals(256, atOnce.size());
        letGo(7);
        assertRefused("the gateway is on its way already");
        fix.kit().settle();
        final List<Event> later = news();
        assertEquals(601 - 256 + 1, later.size());
        assertEquals(new HoldChanged(false, "recovered"), later.get(later.size() - 1));
    }

    @Test
    void shouldTellVenueEdgesThatItIsHeldAndThatItGoesOn() {
        hold();
        news();
        fix.kit().startEdge(16, 1601, EdgeKind.VENUE, "SIM");
        final List<VenueHold> told = news().stream()
                .filter(VenueHold.class::isInstance)
                .map(VenueHold.class::cast)
                .collect(Collectors.toList());
        assertEquals(List.of(new VenueHold(fix.kit().trading().venueId("SIM"), true)), told);
    }

    @Test
    void shouldStayHeldOverASnapshot() {
        hold();
        final FixScript.Wire client = fix.connect();
        fix.kit().reload();
        client.sends("35=A|34=1|108=30");
        client.receives("CLOSED");
        letGo(5);
        fix.kit().settle();
        fix.kit().reload();
        final FixScript.Wire again = fix.connect();
        again.sends("35=A|34=1|108=30");
        again.receives("35=A|34=6|108=30");
    }
}
