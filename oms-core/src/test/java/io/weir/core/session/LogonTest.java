package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.core.FixScript;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.event.Alert;
import org.junit.jupiter.api.Test;

class LogonTest {
    private final FixScript fix = new FixScript();

    @Test
    void shouldAnswerLogonWithTheSameHeartBtInt() {
        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=1|108=17");
        client.receives("35=A|34=1|108=17");
    }

    @Test
    void shouldCloseUnknownCompIdWithoutAWord() {
        final FixScript.Wire stranger = fix.connect("NOBODY", 1);
        stranger.sends("35=A|34=1|108=30");
        stranger.receives("CLOSED");
    }

    @Test
    void shouldGoOnWithNumbersAfterReconnect() {
        final FixScript.Wire first = fix.loggedOn();
        first.sends("35=D|34=2|11=A-1");
        first.receives("35=8|34=2|11=A-1|150=0");
        first.breaks();
        final FixScript.Wire second = fix.connect();
        second.sends("35=A|34=3|108=30");
        second.receives("35=A|34=3|108=30");
    }

    @Test
    void shouldLogOutALogonWithALowNumberNamingBoth() {
        fix.loggedOn().breaks();
        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=1|108=30");
        client.receives("35=5|34=2|58=MsgSeqNum(34) too low, expecting 2 but received 1", "CLOSED after flush");
    }

    @Test
    void shouldLogOutALogonWithALowNumberEvenIfPossDup() {
        fix.loggedOn().breaks();
        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=1|43=Y|108=30");
        client.receives("35=5|34=2|58=MsgSeqNum(34) too low, expecting 2 but received 1", "CLOSED after flush");
    }

    @Test
    void shouldAnswerAHighLogonAndAskOnce() {
        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=5|108=30");
        client.receives("35=A|34=1|108=30", "35=2|34=2|7=1|16=0");
        client.sends("35=4|34=1|43=Y|123=Y|36=5");
        client.sends("35=D|34=6|11=A-1");
        client.receives("35=8|34=3|11=A-1|150=0");
    }

    @Test
    void shouldNotAskAHighLogonThatSent789() {
        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=5|108=30|789=1");
        client.receives("35=A|34=1|108=30|789=1");
        client.sends("35=D|34=6|11=A-2", "35=D|34=1|43=Y|11=A-1", "35=4|34=2|43=Y|123=Y|36=6");
        client.receives("35=8|34=2|11=A-1|150=0", "35=8|34=3|11=A-2|150=0");
    }

    @Test
    void shouldTell789WithTheNumberAfterTheLogon() {
        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=1|108=30|789=1");
        client.receives("35=A|34=1|108=30|789=2");
    }

    @Test
    void shouldResendUnaskedWhat789Lacks() {
        final FixScript.Wire first = fix.loggedOn();
        first.breaks();
        fix.kit().fill(1, "A-1");
        fix.kit().fill(1, "A-2");
        final FixScript.Wire second = fix.connect();
        second.sends("35=A|34=2|108=30|789=2");
        second.receives("35=A|34=4|108=30|789=3", "RESEND 2 to 4");
    }

    @Test
    void shouldResendNothingWhen789IsOurNextNumber() {
        fix.loggedOn().breaks();
        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=2|108=30|789=2");
        client.receives("35=A|34=2|108=30|789=3");
    }

    @Test
    void shouldLogOutAndAlertWhen789IsAboveOurNextNumber() {
        fix.loggedOn().breaks();
        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=2|108=30|789=9");
        client.receives(
                "35=5|34=2|58=NextExpectedMsgSeqNum(789) 9 is above 2, our next MsgSeqNum(34)", "CLOSED after flush");
        assertEquals(1, fix.kit().all(Alert.class).size());
        assertTrue(fix.kit().all(Alert.class).get(0).text().contains("789"));
    }

    @Test
    void shouldRefuseNumbersThatEnginesCannotHold() {
        final FixScript.Wire client = fix.connect();
        client.sends("35=A|34=2000000000|108=30");
        client.receives("CLOSED");
        final FixScript.Wire other = fix.connect();
        other.sends("35=A|34=1|108=30|789=2000000000");
        other.receives("CLOSED");
    }

    @Test
    void shouldRejectASecondLogonOnTheSameConnection() {
        final FixScript.Wire client = fix.loggedOn();
        client.sends("35=A|34=2|108=30");
        client.receives("35=3|34=2|45=2|372=A|373=99");
        client.sends("35=D|34=3|11=A-1");
        client.receives("35=8|34=3|11=A-1|150=0");
    }

    @Test
    void shouldNotLetOneConnectionHaveTwoSessions() {
        fix.kit().define("OTHER");
        final FixScript.Wire client = fix.loggedOn();
        fix.kit()
                .say(
                        1,
                        new LogonReceived(
                                new FixHeader(
                                        client.connectionId(),
                                        1,
                                        false,
                                        false,
                                        fix.kit().timeNs()),
                                "OTHER",
                                30,
                                false,
                                0));
        client.receives("CLOSED");
        client.sends("35=0|34=2");
        client.receives();
    }
}
