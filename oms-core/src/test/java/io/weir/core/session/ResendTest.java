package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.core.FixScript;
import io.weir.core.RecordingEventLog;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.event.Resend;
import io.weir.protocol.event.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResendTest {
    private final FixScript fix = new FixScript();
    private final FixScript.Wire client = fix.loggedOn();

    ResendTest() {
        client.sends("35=D|34=2|11=A-1", "35=D|34=3|11=A-2", "35=D|34=4|11=A-3");
        client.received();
    }

    @Test
    void shouldFixTheRangeWhenTheRequestIsTaken() {
        client.sends("35=2|34=5|7=2|16=0", "35=D|34=6|11=A-4");
        client.receives("RESEND 2 to 4", "35=8|34=5|11=A-4|150=0");
    }

    @Test
    void shouldNotGoBeyondEndSeqNo() {
        client.sends("35=2|34=5|7=2|16=3");
        client.receives("RESEND 2 to 3");
    }

    @Test
    void shouldCutEndSeqNoToTheLastNumberSent() {
        client.sends("35=2|34=5|7=2|16=999");
        client.receives("RESEND 2 to 4");
    }

    @Test
    void shouldRejectARangeThatIsNone() {
        client.sends("35=2|34=5|7=0|16=0");
        client.receives("35=3|34=5|45=5|371=7|372=2|373=5");
        client.sends("35=2|34=6|7=3|16=2");
        client.receives("35=3|34=6|45=6|371=16|372=2|373=5");
    }

    @Test
    void shouldLogOutWhoAsksForWhatWasNeverSent() {
        client.sends("35=2|34=5|7=9|16=0");
        client.receives("35=5|34=5|58=BeginSeqNo(7) 9 is above 4, the last MsgSeqNum(34) sent", "CLOSED after flush");
    }

    @Test
    void shouldRunOneResendAndLetTheNewestWait() {
        client.sends("35=2|34=5|7=1|16=0", "35=2|34=6|7=2|16=2", "35=2|34=7|7=3|16=0");
        client.receives("RESEND 1 to 4");
        client.resendIsWritten();
        client.receives("RESEND 3 to 4");
        client.resendIsWritten();
        client.receives();
    }

    @Test
    void shouldNeedWhatIsBeingWrittenAgainThoughTheClientHasProvedIt() {
        for (int number = 5; number <= 10_000; number++) {
            client.sends("35=D|34=" + number + "|11=B-" + number);
        }
        client.sends("35=2|34=10001|7=10000|16=10000");
        client.resendIsWritten();
        final long proved = fix.kit().neededPosition();
        client.sends("35=2|34=10002|7=1|16=2", "35=2|34=10003|7=2|16=3");
        assertTrue(fix.kit().neededPosition() < proved, "the first one is running");
        client.resendIsWritten();
        assertTrue(fix.kit().neededPosition() < proved, "the second one is running");
        client.resendIsWritten();
        assertEquals(proved, fix.kit().neededPosition());
    }

    @Test
    void shouldForgetResendsAtDisconnect() {
        client.sends("35=2|34=5|7=1|16=0", "35=2|34=6|7=1|16=0");
        client.breaks();
        final FixScript.Wire next = fix.connect();
        next.sends("35=A|34=7|108=30", "35=2|34=8|7=4|16=4");
        next.receives("35=A|34=5|108=30", "RESEND 4 to 4");
    }

    @Test
    void shouldNotBeFooledByDoneOfAnotherResend() {
        client.sends("35=2|34=5|7=1|16=0", "35=2|34=6|7=1|16=0");
        client.receives("RESEND 1 to 4");
        fix.kit().say(1, new ResendDone(client.connectionId(), 77));
        client.receives();
    }

    @Test
    void shouldLogOutWhoAsksTooOften() {
        for (int i = 0; i < RunningResends.MAX_REQUESTS; i++) {
            client.sends("35=2|34=" + (5 + i) + "|7=1|16=1");
            client.resendIsWritten();
        }
        client.received();
        fix.kit().passMs(29_000);
        client.received();
        client.sends("35=2|34=25|7=1|16=1");
        final List<String> last = client.received();
        assertEquals("CLOSED after flush", last.get(last.size() - 1));
    }

    @Test
    void shouldAllowAsManyAgainAfterAMinute() {
        for (int i = 0; i < RunningResends.MAX_REQUESTS; i++) {
            client.sends("35=2|34=" + (5 + i) + "|7=1|16=1");
            client.resendIsWritten();
        }
        fix.kit().passMs(29_000);
        client.sends("35=0|34=25");
        fix.kit().passMs(31_000);
        client.received();
        client.sends("35=2|34=26|7=1|16=1");
        client.receives("RESEND 1 to 1");
    }

    @Test
    void shouldStartWhereEveryMessageOfTheRangeIsMet() {
        int number = 5;
        for (int i = 0; i < 30_000; i++) {
            client.sends("35=D|34=" + number++ + "|11=B-" + i);
        }
        for (final int from : new int[] {1, 2, 777, 10_000, 29_999}) {
            client.sends("35=2|34=" + number++ + "|7=" + from + "|16=" + (from + 50));
            client.resendIsWritten();
        }
        long farthest = 0;
        for (final Resend resend : fix.kit().all(Resend.class)) {
            assertEquals(numbers(resend.fromSeqNo(), resend.toSeqNo()), metFrom(resend));
            farthest = Math.max(farthest, resend.startPosition());
        }
        assertTrue(farthest > 1024 * 1024, "the index points into the journal, not to its beginning");
    }

    private List<Long> metFrom(final Resend resend) {
        final List<Long> met = new ArrayList<>();
        for (final RecordingEventLog.Said said : fix.kit().eventLog().said()) {
            if (said.positionBefore() >= resend.startPosition() && said.event() instanceof SessionEvent message) {
                final long number = message.session().msgSeqNum();
                if (number >= resend.fromSeqNo() && number <= resend.toSeqNo()) {
                    met.add(number);
                }
            }
        }
        return met;
    }

    private static List<Long> numbers(final long from, final long to) {
        final List<Long> numbers = new ArrayList<>();
        for (long n = from; n <= to; n++) {
            numbers.add(n);
        }
        return numbers;
    }

    @Test
    void shouldChainASessionsEventsByTheirPositions() {
        client.sends("35=2|34=5|7=1|16=0", "35=D|34=6|11=A-4");
        long previous = 0;
        for (final RecordingEventLog.Said said : fix.kit().eventLog().said()) {
            if (said.event() instanceof SessionEvent message) {
                assertEquals(previous, message.session().previousPosition());
                previous = said.header().position();
            }
        }
        assertTrue(previous > 0);
    }
}
