package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.core.FixScript;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private final FixScript fix = new FixScript();

    private FixScript.Wire logOn(final int heartBtIntS) {
        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=1|108=" + heartBtIntS);
        client.received();
        return client;
    }

    @Test
    void shouldAnswerATestRequestWithItsId() {
        final FixScript.Wire client = logOn(30);
        client.sends("35=1|34=2|112=PING");
        client.receives("35=0|34=2|112=PING");
    }

    @Test
    void shouldSayAHeartbeatWhenNothingWasSaidForHeartBtInt() {
        final FixScript.Wire client = logOn(10);
        fix.kit().passMs(9_900);
        client.receives();
        fix.kit().passMs(200);
        client.receives("35=0|34=2");
    }

    @Test
    void shouldSayNoHeartbeatWhileThereIsOtherTraffic() {
        final FixScript.Wire client = logOn(10);
        for (int i = 0; i < 4; i++) {
            fix.kit().passMs(6_000);
            client.sends("35=D|34=" + (2 + i) + "|11=A-" + i);
        }
        assertEquals(
                4,
                client.received().stream()
                        .filter(text -> text.startsWith("35=8"))
                        .count());
    }

    @Test
    void shouldTestASilentClientAndThenCloseIt() {
        final FixScript.Wire client = logOn(10);
        fix.kit().passMs(12_100);
        client.receives("35=0|34=2", "35=1|34=3|112=0-3");
        fix.kit().passMs(11_800);
        assertEquals(1, client.received().size());
        fix.kit().passMs(300);
        client.receives("CLOSED");
    }

    @Test
    void shouldTakeAnyMessageAsASignOfLife() {
        final FixScript.Wire client = logOn(10);
        fix.kit().passMs(12_100);
        client.sends("35=0|34=1|43=Y");
        fix.kit().passMs(11_500);
        assertEquals(0, client.received().stream().filter("CLOSED"::equals).count());
    }

    @Test
    void shouldTestAClientWithoutHeartbeatsAfterAMinute() {
        final FixScript.Wire client = logOn(0);
        fix.kit().passMs(59_800);
        client.receives();
        fix.kit().passMs(400);
        client.receives("35=1|34=2|112=0-2");
        fix.kit().passMs(60_100);
        client.receives("CLOSED");
    }

    @Test
    void shouldNotCloseAnyoneForAnOutage() {
        final FixScript.Wire client = logOn(10);
        fix.kit().passMs(5_000);
        fix.kit().outageNs(600_000_000_000L);
        fix.kit().passMs(4_000);
        client.receives();
        fix.kit().passMs(1_200);
        client.receives("35=0|34=2");
    }

    @Test
    void shouldNotCloseAnyoneForAShortOutageBeforeANewLeader() {
        final FixScript.Wire client = logOn(1);
        for (int i = 0; i < 30; i++) {
            fix.kit().passMs(100);
            fix.kit().outageNs(900_000_000L);
            fix.kit().newLeadershipTerm();
        }
        assertEquals(0, client.received().stream().filter("CLOSED"::equals).count());
    }

    @Test
    void shouldNotGiveUpAClientWhileItsResendIsWritten() {
        final FixScript.Wire client = logOn(10);
        client.sends("35=2|34=2|7=1|16=0");
        client.received();
        fix.kit().passMs(100_000);
        client.receives();
        client.resendIsWritten();
        fix.kit().passMs(200);
        client.receives("35=1|34=2|112=0-2");
    }

    @Test
    void shouldAskForAProofWhenManyReportsAreUnproven() {
        final FixScript.Wire client = logOn(30);
        for (int i = 0; i < Heartbeats.UNPROVEN_TO_ASK; i++) {
            client.sends("35=D|34=" + (2 + i) + "|11=A-" + i);
        }
        client.received();
        fix.kit().passMs(1_100);
        client.receives("35=1|34=1002|112=0-1002");
        assertEquals(1_000, fix.kit().sessionFigures().unprovenReports());
        client.sends("35=0|34=1002|112=0-1002");
        assertEquals(0, fix.kit().sessionFigures().unprovenReports());
    }

    @Test
    void shouldNotCloseAClientThatDoesNotProve() {
        final FixScript.Wire client = logOn(30);
        for (int i = 0; i < Heartbeats.UNPROVEN_TO_ASK; i++) {
            client.sends("35=D|34=" + (2 + i) + "|11=A-" + i);
        }
        for (int i = 0; i < 10; i++) {
            fix.kit().passMs(20_000);
            client.sends("35=0|34=" + (1_002 + i));
        }
        assertEquals(0, client.received().stream().filter("CLOSED"::equals).count());
    }
}
