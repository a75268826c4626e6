package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.core.FixScript;
import io.weir.protocol.event.Alert;
import io.weir.protocol.event.ExecutionReport;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** ResetSeqNumFlag(141)=Y, with and without reports outstanding. */
class ResetTest {
    private final FixScript fix = new FixScript();
    private final FixScript.Wire client = fix.loggedOn();

    @Test
    void shouldBeginBothNumbersAtOne() {
        client.breaks();
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y", "35=D|34=2|11=A-1");
        next.receives("35=A|34=1|108=30|141=Y", "35=8|34=2|11=A-1|150=0");
    }

    @Test
    void shouldResetWithoutDisconnecting() {
        client.sends("35=D|34=2|11=A-1", "35=A|34=1|108=10|141=Y", "35=D|34=2|11=A-2");
        client.receives("35=8|34=2|11=A-1|150=0", "35=A|34=1|108=10|141=Y", "35=8|34=2|11=A-2|150=0");
    }

    @Test
    void shouldAccept141WithNumber1Only() {
        client.breaks();
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=2|108=30|141=Y");
        next.receives("35=5|34=2|58=ResetSeqNumFlag(141)=Y needs MsgSeqNum(34) 1, received 2", "CLOSED after flush");
    }

    @Test
    void shouldLogOutA141WithNumberAboveOneWithinASession() {
        client.sends("35=A|34=2|108=30|141=Y");
        client.receives("35=5|34=2|58=ResetSeqNumFlag(141)=Y needs MsgSeqNum(34) 1, received 2", "CLOSED after flush");
    }

    @Test
    void shouldSayAgainWhatCameWhileTheClientWasAway() {
        client.breaks();
        fix.kit().fill(1, "A-1");
        fix.kit().fill(1, "A-2");
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=1|108=30|141=Y", "35=8|34=2|97=Y|11=A-1|150=F", "35=8|34=3|97=Y|11=A-2|150=F");
        final List<ExecutionReport> reports = fix.kit().all(ExecutionReport.class);
        assertEquals(reports.get(0).execId(), reports.get(2).execId());
        assertEquals(reports.get(0).transactTimeNs(), reports.get(2).transactTimeNs());
    }

    @Test
    void shouldSayAgainOrderCancelRejectsButNotBusinessRejects() {
        client.sends("35=F|34=2|11=A-2|41=A-1", "35=Z|34=3|verdict=BUSINESS_REJECT|380=3");
        client.breaks();
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=1|108=30|141=Y", "35=9|34=2|97=Y|11=A-2");
    }

    @Test
    void shouldNotSayAgainAStatusThatNewerReportsHaveOvertaken() {
        client.sends("35=D|34=2|11=A-1", "35=H|34=3|11=A-1");
        client.breaks();
        fix.kit().fill(1, "A-1");
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=1|108=30|141=Y", "35=8|34=2|97=Y|11=A-1|150=0", "35=8|34=3|97=Y|11=A-1|150=F");
    }

    @Test
    void shouldNotSayAgainWhatAHeartbeatHasProved() {
        client.sends("35=D|34=2|11=A-1");
        fix.kit().passMs(36_100);
        client.receives("35=8|34=2|11=A-1|150=0", "35=0|34=3", "35=1|34=4|112=0-4");
        client.sends("35=0|34=3|112=0-4", "35=D|34=4|11=A-2");
        client.breaks();
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=1|108=30|141=Y", "35=8|34=2|97=Y|11=A-2|150=0");
    }

    @Test
    void shouldNotSayAgainWhatAResendRequestHasProved() {
        client.sends("35=D|34=2|11=A-1", "35=D|34=3|11=A-2", "35=2|34=4|7=3|16=0");
        client.breaks();
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=1|108=30|141=Y", "35=8|34=2|97=Y|11=A-2|150=0");
    }

    @Test
    void shouldNotSayAgainWhat789HasProved() {
        client.sends("35=D|34=2|11=A-1", "35=D|34=3|11=A-2");
        client.breaks();
        final FixScript.Wire second = fix.connect();
        second.sends("35=A|34=4|108=30|789=3");
        second.breaks();
        final FixScript.Wire third = fix.connect();
        third.sends("35=A|34=1|108=30|141=Y");
        third.receives("35=A|34=1|108=30|141=Y", "35=8|34=2|97=Y|11=A-2|150=0");
    }

    @Test
    void shouldNotSayAgainWhatCameBeforeAnOrderlyLogout() {
        client.sends("35=D|34=2|11=A-1", "35=5|34=3");
        fix.kit().fill(1, "A-1");
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=1|108=30|141=Y", "35=8|34=2|97=Y|11=A-1|150=F");
    }

    @Test
    void shouldNotSayAgainAtAnotherAcceptorWhatIsFlushedBySoLong() {
        client.sends("35=D|34=2|11=A-1", "35=5|34=3");
        fix.kit().passMs(3_200);
        fix.kit().startEdge(1, 102);
        final FixScript.Wire next = fix.connect("CLIENT", 2);
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=1|108=30|141=Y");
    }

    @Test
    void shouldSayAgainAtAnotherAcceptorWhatMayNotBeFlushedYet() {
        client.sends("35=D|34=2|11=A-1", "35=5|34=3");
        final FixScript.Wire next = fix.connect("CLIENT", 2);
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=1|108=30|141=Y", "35=8|34=2|97=Y|11=A-1|150=0");
    }

    @Test
    void shouldSayAgainWhatALogoutMayHaveLostWithItsAcceptor() {
        client.sends("35=D|34=2|11=A-1", "35=5|34=3");
        fix.kit().passMs(1_000);
        fix.kit().startEdge(1, 102);
        fix.kit().passMs(5_000);
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=1|108=30|141=Y", "35=8|34=2|97=Y|11=A-1|150=0");
    }

    @Test
    void shouldSayAgainWhatALogoutMayHaveLostWhoDidNotWaitForTheAnswer() {
        client.sends("35=D|34=2|11=A-1", "35=5|34=3");
        client.breaks();
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=1|108=30|141=Y", "35=8|34=2|97=Y|11=A-1|150=0");
    }

    @Test
    void shouldNotSayAgainWithinASessionWhatIsWrittenThere() {
        client.sends("35=D|34=2|11=A-1", "35=A|34=1|108=30|141=Y");
        client.receives("35=8|34=2|11=A-1|150=0", "35=A|34=1|108=30|141=Y");
    }

    @Test
    void shouldSayAgainWithinASessionWhatWasNeverWrittenThere() {
        client.breaks();
        fix.kit().fill(1, "A-1");
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=2|108=30", "35=D|34=3|11=A-2", "35=A|34=1|108=30|141=Y");
        next.receives(
                "35=A|34=3|108=30", "35=8|34=4|11=A-2|150=0", "35=A|34=1|108=30|141=Y", "35=8|34=2|97=Y|11=A-1|150=F");
    }

    @Test
    void shouldNotSayAgainWithinASessionWhatWasResentThere() {
        client.breaks();
        fix.kit().fill(1, "A-1");
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=2|108=30", "35=2|34=3|7=2|16=0");
        next.resendIsWritten();
        next.sends("35=A|34=1|108=30|141=Y");
        next.receives("35=A|34=3|108=30", "RESEND 2 to 3", "35=A|34=1|108=30|141=Y");
    }

    @Test
    void shouldSayAgainAtTheNextLogonWhatAResetOnABrokenConnectionMayHaveLost() {
        client.sends("35=D|34=2|11=A-1", "35=A|34=1|108=30|141=Y");
        client.breaks();
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=2|108=30");
        next.receives("35=A|34=2|108=30", "35=8|34=3|97=Y|11=A-1|150=0");
    }

    @Test
    void shouldSayThousandsAgainInSlicesAndLetNothingOvertake() {
        client.breaks();
        for (int i = 0; i < 3_000; i++) {
            final String clOrdId = "A-" + i;
            fix.kit().fill(1, clOrdId);
        }
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y");
        assertEquals(1 + Resets.AGAIN_AT_ONCE, next.received().size());
        next.sends("35=D|34=2|11=NEW");
        fix.kit().passMs(50);
        final List<ExecutionReport> again = fix.kit().all(ExecutionReport.class);
        assertEquals(6_001, again.size());
        assertEquals("NEW", again.get(6_000).order().clOrdId());
        assertEquals(false, again.get(6_000).possResend());
        assertEquals(
                LongStream.rangeClosed(2, 3_002).boxed().toList(),
                again.subList(3_000, 6_001).stream()
                        .map(report -> report.session().msgSeqNum())
                        .toList());
    }

    @Test
    void shouldAlertWhenReportsWereTooManyToSayAgain() {
        client.breaks();
        for (int i = 0; i < ReportQueue.MAX_REPORTS + 3; i++) {
            fix.kit().fill(1, "A-1");
        }
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=1|108=30|141=Y");
        final List<Alert> alerts = fix.kit().all(Alert.class);
        assertEquals(1, alerts.size());
        assertEquals("session CLIENT", alerts.get(0).subject());
        assertEquals("3 ", alerts.get(0).text().substring(0, 2));
    }

    @Test
    void shouldKeepTheOrderOverASecondResetWhileSayingAgain() {
        client.breaks();
        for (int i = 0; i < 600; i++) {
            final String clOrdId = "A-" + i;
            fix.kit().fill(1, clOrdId);
        }
        final FixScript.Wire second = fix.connect();
        second.sends("35=A|34=1|108=30|141=Y", "35=D|34=2|11=NEW");
        second.breaks();
        final FixScript.Wire third = fix.connect();
        third.sends("35=A|34=1|108=30|141=Y");
        fix.kit().settle();
        final List<String> texts = third.received();
        assertEquals(602, texts.size());
        assertEquals("35=8|34=2|97=Y|11=A-0|150=F", texts.get(1));
        assertEquals("35=8|34=601|97=Y|11=A-599|150=F", texts.get(600));
        assertEquals("35=8|34=602|11=NEW|150=0", texts.get(601));
    }
}
