package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.core.FixScript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of numbers in, cell by cell. The client is logged on, the core expects number 4, our next one is 4. */
class NumbersInTest {
    private static final String TOO_LOW = "|58=MsgSeqNum(34) too low, expecting 4 but received 2";

    private final FixScript fix = new FixScript();
    private final FixScript.Wire client = fix.loggedOn();

    NumbersInTest() {
        client.sends("35=D|34=2|11=A-1", "35=D|34=3|11=A-2");
        client.receives("35=8|34=2|11=A-1|150=0", "35=8|34=3|11=A-2|150=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35=D|34=2|11=A-9",
                "35=F|34=2|11=A-9|41=A-1",
                "35=G|34=2|11=A-9|41=A-1",
                "35=H|34=2|11=A-1",
                "35=0|34=2",
                "35=1|34=2|112=X",
                "35=3|34=2|45=1",
                "35=2|34=2|7=1|16=0",
                "35=4|34=2|123=Y|36=9",
                "35=D|34=2|verdict=REJECT|373=5|371=54",
                "35=A|34=2|108=30"
            })
    void shouldLogOutALowNumberWithoutPossDup(final String message) {
        client.sends(message);
        client.receives("35=5|34=4" + TOO_LOW, "CLOSED after flush");
        assertEquals(List.of("A-1", "A-2"), fix.kit().trading().worked());
        shouldExpectNext(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35=D|34=2|43=Y|11=A-9",
                "35=F|34=2|43=Y|11=A-9|41=A-1",
                "35=0|34=2|43=Y",
                "35=1|34=2|43=Y|112=X",
                "35=3|34=2|43=Y|45=1",
                "35=2|34=2|43=Y|7=1|16=0",
                "35=4|34=2|43=Y|123=Y|36=9",
                "35=D|34=2|43=Y|verdict=REJECT|373=5|371=54",
                "35=Z|34=2|43=Y|verdict=BUSINESS_REJECT|380=3",
                "35=A|34=2|43=Y|108=30"
            })
    void shouldIgnoreALowNumberWithPossDup(final String message) {
        client.sends(message);
        client.receives();
        assertEquals(List.of("A-1", "A-2"), fix.kit().trading().worked());
        client.sends("35=D|34=4|11=A-3");
        client.receives("35=8|34=4|11=A-3|150=0");
    }

    @Test
    void shouldTakeTheExpectedNumber() {
        client.sends(
                "35=D|34=4|11=A-3",
                "35=F|34=5|11=A-4|41=A-3",
                "35=G|34=6|11=A-5|41=A-3",
                "35=H|34=7|11=A-3",
                "35=0|34=8",
                "35=1|34=9|112=PING",
                "35=3|34=10|45=2");
        client.receives(
                "35=8|34=4|11=A-3|150=0",
                "35=9|34=5|11=A-4",
                "35=9|34=6|11=A-5",
                "35=8|34=7|11=A-3|150=I",
                "35=0|34=8|112=PING");
        shouldExpectNext(11);
    }

    @Test
    void shouldTakeTheExpectedNumberEvenIfPossDup() {
        client.sends("35=D|34=4|43=Y|11=A-3");
        client.receives("35=8|34=4|11=A-3|150=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"35=D|34=6|11=A-9", "35=0|34=6", "35=3|34=6|45=1", "35=A|34=6|108=30"})
    void shouldHoldAHighNumberAndAsk(final String message) {
        client.sends(message);
        client.receives("35=2|34=4|7=4|16=0");
        assertEquals(List.of("A-1", "A-2"), fix.kit().trading().worked());
    }

    @Test
    void shouldServeAHighResendRequestAtOnceAndAsk() {
        client.sends("35=2|34=5|7=2|16=0");
        client.receives("RESEND 2 to 3", "35=2|34=4|7=4|16=0");
        client.sends("35=D|34=4|43=Y|11=A-3", "35=D|34=6|11=A-4");
        client.receives("35=8|34=5|11=A-3|150=0", "35=8|34=6|11=A-4|150=0");
    }

    @Test
    void shouldNotServeAHighResendRequestTwice() {
        client.sends("35=2|34=5|7=2|16=0", "35=2|34=5|43=Y|7=2|16=0");
        client.receives("RESEND 2 to 3", "35=2|34=4|7=4|16=0");
        client.sends("35=0|34=4|43=Y", "35=2|34=5|43=Y|7=2|16=0", "35=0|34=6");
        client.receives();
        shouldExpectNext(7);
    }

    @Test
    void shouldTakeGapFill() {
        client.sends("35=4|34=4|123=Y|36=9", "35=D|34=9|11=A-3");
        client.receives("35=8|34=4|11=A-3|150=0");
    }

    @Test
    void shouldRejectGapFillThatGoesBack() {
        client.sends("35=4|34=4|123=Y|36=4");
        client.receives("35=3|34=4|45=4|371=36|372=4|373=5");
        client.sends("35=4|34=5|123=Y|36=2");
        client.receives("35=3|34=5|45=5|371=36|372=4|373=5");
        shouldExpectNext(6);
    }

    @Test
    void shouldHoldAHighGapFill() {
        client.sends("35=4|34=6|123=Y|36=8");
        client.receives("35=2|34=4|7=4|16=0");
        client.sends("35=D|34=4|43=Y|11=A-3", "35=D|34=5|43=Y|11=A-4", "35=D|34=8|11=A-5");
        client.receives("35=8|34=5|11=A-3|150=0", "35=8|34=6|11=A-4|150=0", "35=8|34=7|11=A-5|150=0");
    }

    @Test
    void shouldNotWorkAnOrderThatTheClientGapFills() {
        client.sends("35=D|34=5|11=STALE", "35=4|34=4|43=Y|123=Y|36=6", "35=D|34=6|11=A-3");
        client.receives("35=2|34=4|7=4|16=0", "35=8|34=5|11=A-3|150=0");
        assertEquals(List.of("A-1", "A-2", "A-3"), fix.kit().trading().worked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"35=4|34=0|36=9", "35=4|34=2|36=9", "35=4|34=4|36=9", "35=4|34=77|43=Y|36=9"})
    void shouldResetToAHigherNumberWhateverItsOwn(final String reset) {
        client.sends(reset, "35=D|34=9|11=A-3");
        client.receives("35=8|34=4|11=A-3|150=0");
    }

    @Test
    void shouldDoNothingOnResetToTheNumberExpected() {
        client.sends("35=4|34=1|36=4");
        client.receives();
        shouldExpectNext(4);
    }

    @Test
    void shouldRejectResetToALowerNumber() {
        client.sends("35=4|34=4|36=3");
        client.receives("35=3|34=4|45=4|371=36|372=4|373=5");
        shouldExpectNext(4);
    }

    @Test
    void shouldDropWhatIsHeldBelowAReset() {
        client.sends("35=D|34=6|11=A-6", "35=D|34=9|11=A-9", "35=4|34=7|36=8", "35=D|34=8|11=A-8");
        client.receives("35=2|34=4|7=4|16=0", "35=2|34=5|7=8|16=0", "35=8|34=6|11=A-8|150=0", "35=8|34=7|11=A-9|150=0");
        assertEquals(List.of("A-1", "A-2", "A-8", "A-9"), fix.kit().trading().worked());
    }

    @Test
    void shouldAnswerALogoutWithALowNumberWithoutTakingIt() {
        client.sends("35=5|34=2");
        client.receives("35=5|34=4", "CLOSED after flush");
        shouldExpectNext(4);
    }

    @Test
    void shouldTakeAndAnswerALogout() {
        client.sends("35=5|34=4");
        client.receives("35=5|34=4", "CLOSED after flush");
        shouldExpectNext(5);
    }

    @Test
    void shouldAnswerAHighLogoutAndAskAtTheNextLogon() {
        client.sends("35=5|34=6");
        client.receives("35=5|34=4", "CLOSED after flush");
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=7|108=30");
        next.receives("35=A|34=5|108=30", "35=2|34=6|7=4|16=0");
    }

    @Test
    void shouldTakeTheNumberOfAnInvalidMessageAndReject() {
        client.sends("35=D|34=4|verdict=REJECT|373=5|371=54");
        client.receives("35=3|34=4|45=4|371=54|372=D|373=5");
        client.sends("35=Z|34=5|verdict=BUSINESS_REJECT|380=3|379=Q-1");
        client.receives("35=j|34=5|45=5|372=Z|380=3|379=Q-1");
        shouldExpectNext(6);
    }

    @Test
    void shouldHoldAnInvalidMessageWithItsVerdict() {
        client.sends("35=D|34=5|verdict=REJECT|373=1|371=38");
        client.receives("35=2|34=4|7=4|16=0");
        client.sends("35=D|34=4|43=Y|11=A-3");
        client.receives("35=8|34=5|11=A-3|150=0", "35=3|34=6|45=5|371=38|372=D|373=1");
    }

    @Test
    void shouldRejectPossDupWithoutOrigSendingTimeAndTakeNoNumber() {
        client.sends("35=D|34=2|43=Y|verdict=REJECT|373=1|371=122");
        client.receives("35=3|34=4|45=2|371=122|372=D|373=1");
        shouldExpectNext(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 4, 9})
    void shouldRejectAndLogOutWhateverTheNumber(final long msgSeqNum) {
        client.sends("35=D|34=" + msgSeqNum + "|verdict=REJECT_AND_LOGOUT|373=9|58=CompID problem");
        client.receives(
                "35=3|34=4|45=" + msgSeqNum + "|372=D|373=9", "35=5|34=5|58=CompID problem", "CLOSED after flush");
        shouldExpectNext(msgSeqNum == 4 ? 5 : 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 4, 9})
    void shouldLogOutWhateverTheNumber(final long msgSeqNum) {
        client.sends("35=D|34=" + msgSeqNum + "|verdict=LOGOUT|58=BeginString(8) FIX.4.2");
        client.receives("35=5|34=4|58=BeginString(8) FIX.4.2", "CLOSED after flush");
        shouldExpectNext(msgSeqNum == 4 ? 5 : 4);
    }

    @Test
    void shouldLogOutAMessageWithoutNumber() {
        client.sends("35=D|34=0|verdict=LOGOUT|58=MsgSeqNum(34) is missing");
        client.receives("35=5|34=4|58=MsgSeqNum(34) is missing", "CLOSED after flush");
        shouldExpectNext(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35=D|34=2000000000|11=A-9=34",
                "35=4|34=4|123=Y|36=2000000000=36",
                "35=4|34=4|36=2000000000=36",
                "35=2|34=4|7=2000000000|16=0=7",
                "35=2|34=4|7=1|16=2000000000=16"
            })
    void shouldRejectNumbersThatEnginesCannotHold(final String messageAndTag) {
        final int cut = messageAndTag.lastIndexOf('=');
        client.sends(messageAndTag.substring(0, cut));
        final String reject = client.received().get(0);
        assertEquals("35=3|34=4", reject.substring(0, 9));
        assertEquals(messageAndTag.substring(cut + 1), reject.replaceAll(".*\\|371=(\\d+).*", "$1"));
    }

    @Test
    void shouldTellAUnknownReasonAsOther() {
        client.sends("35=D|34=4|verdict=REJECT|373=77", "35=D|34=5|verdict=BUSINESS_REJECT|380=77");
        client.receives("35=3|34=4|45=4|372=D|373=99", "35=j|34=5|45=5|372=D|380=0");
    }

    /** Logs on with exactly this number: no gap, no refusal. */
    private void shouldExpectNext(final long msgSeqNum) {
        client.received();
        client.breaks();
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=" + msgSeqNum + "|108=30");
        final List<String> reply = next.received();
        assertEquals(1, reply.size(), reply.toString());
        assertEquals("35=A", reply.get(0).substring(0, 4));
    }
}
