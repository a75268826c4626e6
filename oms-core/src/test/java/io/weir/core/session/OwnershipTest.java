package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.core.FixScript;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.command.HeartbeatReceived;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may write, whose commands count. */
class OwnershipTest {
    private final FixScript fix = new FixScript();
    private final FixScript.Wire first = fix.loggedOn();

    @Test
    void shouldRefuseASecondConnectionAtTheSameAcceptor() {
        final FixScript.Wire second = fix.connect();
        second.sends("35=A|34=2|108=30");
        second.receives("CLOSED");
        first.sends("35=D|34=2|11=A-1");
        first.receives("35=8|34=2|11=A-1|150=0");
    }

    @Test
    void shouldRefuseAResettingDuplicateBeforeItHasAnyEffect() {
        final FixScript.Wire second = fix.connect();
        second.sends("35=A|34=1|108=30|141=Y");
        second.receives("CLOSED");
        first.sends("35=D|34=2|11=A-1");
        first.receives("35=8|34=2|11=A-1|150=0");
    }

    @Test
    void shouldTestASilentFirstConnectionAndLetTheNextTryIn() {
        fix.kit().passMs(2_100);
        final FixScript.Wire second = fix.connect();
        second.sends("35=A|34=2|108=30");
        second.receives("CLOSED");
        first.receives("35=1|34=2|112=0-2");
        fix.kit().passMs(5_100);
        first.receives("CLOSED");
        final FixScript.Wire third = fix.connect();
        third.sends("35=A|34=2|108=30");
        third.receives("35=A|34=3|108=30");
    }

    @Test
    void shouldLeaveAFirstConnectionThatAnswersTheTest() {
        fix.kit().passMs(2_100);
        fix.connect().sends("35=A|34=2|108=30");
        first.receives("35=1|34=2|112=0-2");
        first.sends("35=0|34=2|112=0-2");
        fix.kit().passMs(6_000);
        first.receives();
    }

    @Test
    void shouldProbeAnotherAcceptorAndRefuseWhenItStillHasTheConnection() {
        final FixScript.Wire second = fix.connect("CLIENT", 2);
        second.sends("35=A|34=2|108=30");
        second.receives();
        assertEquals(1, first.received().size());
        first.probeFinds(true);
        second.receives("CLOSED");
        first.sends("35=D|34=2|11=A-1");
        first.receives("35=8|34=2|11=A-1|150=0");
    }

    @Test
    void shouldAcceptWhenTheOtherAcceptorDoesNotHaveTheConnection() {
        final FixScript.Wire second = fix.connect("CLIENT", 2);
        second.sends("35=A|34=2|108=30");
        first.probeFinds(false);
        second.receives("35=A|34=2|108=30");
        first.sends("35=D|34=3|11=PHANTOM");
        assertEquals(List.of(), fix.kit().trading().worked());
    }

    @Test
    void shouldAcceptWhenTheOtherAcceptorIsSilent() {
        final FixScript.Wire second = fix.connect("CLIENT", 2);
        second.sends("35=A|34=2|108=30");
        fix.kit().passMs(400);
        second.receives();
        fix.kit().passMs(200);
        second.receives("35=A|34=2|108=30");
        assertEquals("CLOSED", first.received().get(1));
    }

    @Test
    void shouldAcceptWhenTheOldConnectionBreaksWhileParked() {
        final FixScript.Wire second = fix.connect("CLIENT", 2);
        second.sends("35=A|34=2|108=30");
        first.breaks();
        second.receives("35=A|34=2|108=30");
    }

    @Test
    void shouldParkOneLogonOnly() {
        final FixScript.Wire second = fix.connect("CLIENT", 2);
        final FixScript.Wire third = fix.connect("CLIENT", 2);
        second.sends("35=A|34=2|108=30");
        third.sends("35=A|34=2|108=30");
        third.receives("CLOSED");
        fix.kit().passMs(600);
        second.receives("35=A|34=2|108=30");
    }

    @Test
    void shouldAskForWhatCameBehindAParkedLogon() {
        final FixScript.Wire second = fix.connect("CLIENT", 2);
        second.sends("35=A|34=2|108=30", "35=D|34=3|11=A-3", "35=D|34=4|11=A-4");
        second.receives();
        first.probeFinds(false);
        second.receives("35=A|34=2|108=30", "35=2|34=3|7=3|16=0");
        second.sends("35=D|34=3|43=Y|11=A-3", "35=D|34=4|43=Y|11=A-4");
        assertEquals(List.of("A-3", "A-4"), fix.kit().trading().worked());
    }

    @Test
    void shouldForgetAParkedLogonWhoseConnectionBreaks() {
        final FixScript.Wire second = fix.connect("CLIENT", 2);
        second.sends("35=A|34=2|108=30");
        second.breaks();
        first.probeFinds(false);
        second.receives();
        final FixScript.Wire third = fix.connect("CLIENT", 2);
        third.sends("35=A|34=2|108=30");
        third.receives("35=A|34=2|108=30");
    }

    @Test
    void shouldAcceptAtOnceWhenTheAcceptorHasStartedAnew() {
        fix.kit().startEdge(1, 102);
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=2|108=30");
        next.receives("35=A|34=2|108=30");
        first.receives("CLOSED");
    }

    @Test
    void shouldAcceptAtAnotherAcceptorWhenTheOldOneHasStartedAnew() {
        fix.kit().startEdge(1, 102);
        final FixScript.Wire next = fix.connect("CLIENT", 2);
        next.sends("35=A|34=2|108=30");
        next.receives("35=A|34=2|108=30");
    }

    @Test
    void shouldGiveNoEffectToACommandOfAnOldConnection() {
        first.breaks();
        first.received();
        final FixScript.Wire second = fix.connect();
        second.sends("35=A|34=1|108=30|141=Y");
        second.receives("35=A|34=1|108=30|141=Y");
        first.sends("35=D|34=2|11=PHANTOM");
        first.receives("CLOSED");
        assertEquals(List.of(), fix.kit().trading().worked());
        second.sends("35=D|34=2|11=A-1");
        assertEquals(List.of("A-1"), fix.kit().trading().worked());
    }

    @Test
    void shouldNameStrangersAtMostOnceASecond() {
        final FixScript.Wire stranger = fix.connect();
        final FixScript.Wire other = fix.connect();
        stranger.sends("35=0|34=1", "35=0|34=2");
        other.sends("35=0|34=1");
        stranger.receives("CLOSED");
        other.receives();
        fix.kit().passMs(1_000);
        other.sends("35=0|34=2");
        other.receives("CLOSED");
    }

    @Test
    void shouldNotLetAnEdgeSpeakForAnothersConnection() {
        fix.kit()
                .say(
                        2,
                        new HeartbeatReceived(
                                new FixHeader(
                                        first.connectionId(),
                                        2,
                                        false,
                                        false,
                                        fix.kit().timeNs()),
                                ""));
        first.sends("35=D|34=2|11=A-1");
        first.receives("35=8|34=2|11=A-1|150=0");
    }

    @Test
    void shouldNumberReportsWhileTheClientIsAway() {
        first.breaks();
        fix.kit().fill(1, "A-1");
        assertEquals(List.of("35=8|34=2|11=A-1|150=F"), fix.unwritten());
    }
}
