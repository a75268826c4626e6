package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.core.CoreKit;
import io.weir.core.FixScript;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.ResendRequestSent;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapTest {
    private final FixScript fix = new FixScript();
    private final FixScript.Wire client = fix.loggedOn();

    @Test
    void shouldHoldAskOnceAndTakeAllInOrder() {
        client.sends("35=D|34=4|11=A-4", "35=D|34=5|11=A-5", "35=D|34=7|11=A-7", "35=D|34=6|11=A-6");
        client.receives("35=2|34=2|7=2|16=0");
        client.sends("35=D|34=2|43=Y|11=A-2", "35=D|34=3|43=Y|11=A-3", "35=D|34=4|43=Y|11=A-4");
        assertEquals(
                List.of("A-2", "A-3", "A-4", "A-5", "A-6", "A-7"),
                fix.kit().trading().worked());
    }

    @Test
    void shouldNotAskAgainForASecondGapInWhatIsAskedFor() {
        client.sends("35=D|34=4|11=A-4", "35=D|34=6|11=A-6");
        client.receives("35=2|34=2|7=2|16=0");
        client.sends("35=4|34=2|43=Y|123=Y|36=4");
        client.receives("35=8|34=3|11=A-4|150=0", "35=2|34=4|7=5|16=0");
        client.sends("35=D|34=5|43=Y|11=A-5");
        client.receives("35=8|34=5|11=A-5|150=0", "35=8|34=6|11=A-6|150=0");
    }

    @Test
    void shouldAskForANewGap() {
        client.sends("35=D|34=3|11=A-3", "35=0|34=2|43=Y", "35=D|34=6|11=A-6");
        client.receives("35=2|34=2|7=2|16=0", "35=8|34=3|11=A-3|150=0", "35=2|34=4|7=4|16=0");
    }

    @Test
    void shouldAskAgainWithoutProgressAndThenLogOut() {
        client.sends("35=0|34=4");
        client.receives("35=2|34=2|7=2|16=0");
        fix.kit().passMs(4_800);
        client.receives();
        fix.kit().passMs(400);
        client.receives("35=2|34=3|7=2|16=0");
        fix.kit().passMs(5_000);
        client.receives("35=2|34=4|7=2|16=0");
        fix.kit().passMs(5_100);
        client.receives("35=5|34=5|58=MsgSeqNum(34) 2 was asked for 3 times and did not come");
        client.sends("35=5|34=5");
        client.receives("CLOSED after flush");
    }

    @Test
    void shouldWaitLongerWhileTheGapMakesProgress() {
        client.sends("35=0|34=6");
        client.receives("35=2|34=2|7=2|16=0");
        for (int number = 2; number <= 5; number++) {
            fix.kit().passMs(4_500);
            client.sends("35=0|43=Y|34=" + number);
        }
        client.receives();
    }

    @Test
    void shouldNotAskAgainWhileOurResendRuns() {
        client.sends("35=2|34=3|7=1|16=0");
        client.receives("RESEND 1 to 1", "35=2|34=2|7=2|16=0");
        fix.kit().passMs(12_000);
        client.receives();
        client.resendIsWritten();
        fix.kit().passMs(5_200);
        client.receives("35=2|34=3|7=2|16=0");
    }

    @Test
    void shouldDropWhatIsHeldAtDisconnect() {
        client.sends("35=D|34=4|11=A-4");
        client.breaks();
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=5|108=30");
        next.receives("35=A|34=3|108=30", "35=2|34=4|7=2|16=0");
        next.sends("35=4|34=2|43=Y|123=Y|36=6", "35=D|34=6|11=A-6");
        assertEquals(List.of("A-6"), fix.kit().trading().worked());
    }

    @Test
    void shouldDropAndCountWhatDoesNotFitAndAskForItLater() {
        final int more = HeldMessages.MAX_MESSAGES + 10;
        for (int i = 0; i < more; i++) {
            client.sends("35=0|34=" + (3 + i));
        }
        final CoreKit kit = fix.kit();
        assertEquals(List.of("35=2|34=2|7=2|16=0"), client.received());
        client.sends("35=0|34=2|43=Y");
        kit.settle();
        client.sends("35=0|34=" + (3 + more));
        client.receives("35=2|34=3|7=" + (3 + HeldMessages.MAX_MESSAGES) + "|16=0");
    }

    @Test
    void shouldTakeALongGapInSlices() {
        final int held = 1_000;
        for (int i = 0; i < held; i++) {
            client.sends("35=D|34=" + (3 + i) + "|11=A-" + (3 + i));
        }
        client.sends("35=D|34=2|43=Y|11=A-2");
        final int atOnce = fix.kit().all(ExecutionReport.class).size();
        assertTrue(atOnce <= 1 + NumberGate.HELD_AT_ONCE, atOnce + " at once");
        client.sends("35=D|34=" + (3 + held) + "|11=A-LAST");
        fix.kit().passMs(100);
        final List<String> worked = fix.kit().trading().worked();
        assertEquals(held + 2, worked.size());
        assertEquals("A-2", worked.get(0));
        assertEquals("A-1002", worked.get(held));
        assertEquals("A-LAST", worked.get(held + 1));
        assertEquals(1, fix.kit().all(ResendRequestSent.class).size());
    }
}
