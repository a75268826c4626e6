package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.core.FixScript;
import io.weir.protocol.event.Alert;
import org.junit.jupiter.api.Test;

/** Logouts of ours, and numbers near the end. */
class LogoutTest {
    private final FixScript fix = new FixScript();
    private final FixScript.Wire client = fix.loggedOn();

    private void useUpNumbers() {
        client.sends("35=4|34=2|36=1999999999", "35=0|34=1999999999");
        client.receives();
        fix.kit().passMs(100);
        client.receives("35=5|34=2|58=MsgSeqNum(34) has reached 2000000000: log on with ResetSeqNumFlag(141)=Y");
    }

    @Test
    void shouldWaitForTheAnswerAndThenClose() {
        useUpNumbers();
        fix.kit().fill(1, "A-1");
        client.receives();
        assertEquals(1, fix.unwritten().size());
        fix.kit().passMs(9_800);
        client.receives();
        fix.kit().passMs(300);
        client.receives("CLOSED");
    }

    @Test
    void shouldCloseOnTheAnswer() {
        useUpNumbers();
        client.sends("35=5|34=2000000000");
        client.receives("CLOSED after flush");
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1999999999|108=30");
        next.receives(
                "35=5|34=3|58=MsgSeqNum(34) has reached 2000000000: log on with ResetSeqNumFlag(141)=Y",
                "CLOSED after flush");
    }

    @Test
    void shouldAcceptAResetWhenNumbersAreUsedUp() {
        useUpNumbers();
        client.breaks();
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=1|108=30|141=Y");
    }

    @Test
    void shouldTellOpsEarlyThatNumbersGrowHigh() {
        client.sends("35=4|34=2|36=1500000000");
        fix.kit().passMs(300);
        assertEquals(1, fix.kit().all(Alert.class).size());
        assertTrue(fix.kit().all(Alert.class).get(0).text().contains("1500000000"));
    }

    @Test
    void shouldTellOpsOfRejectsOnceASecond() {
        client.sends("35=3|34=2|45=1|58=no", "35=3|34=3|45=1|58=no");
        assertEquals(1, fix.kit().all(Alert.class).size());
        fix.kit().passMs(1_000);
        client.sends("35=3|34=4|45=1|58=no");
        assertEquals(2, fix.kit().all(Alert.class).size());
    }
}
