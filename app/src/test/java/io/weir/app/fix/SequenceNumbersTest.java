package io.weir.app.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Numbers, gaps and possible duplicates of what the client sends. Sources: FIX session-level test cases 2, 10 and 11. */
@ExtendWith(FixGateway.Extension.class)
final class SequenceNumbersTest {
    private Trader trader;

    @BeforeEach
    void logOn(final FixGateway gateway) {
        trader = gateway.trader().logsOn();
    }

    @Test
    void shouldWorkEachOrderOnceAndInOrderWhenAGapIsFilled() {
        trader.says(refused("A-1", "34=2|"));
        trader.hears("35=8|11=A-1|150=8");
        trader.says(refused("A-3", "34=4|"));
        trader.hears("35=2|7=3|16=0");
        trader.says(refused("A-4", "34=5|"));
        trader.says(refused("A-2", "34=3|43=Y|122={now}|"));
        trader.says(refused("A-3", "34=4|43=Y|122={now}|"));
        trader.says(refused("A-4", "34=5|43=Y|122={now}|"));
        trader.hears("35=8|11=A-2|150=8");
        trader.hears("35=8|11=A-3|150=8");
        trader.hears("35=8|11=A-4|150=8");
        trader.nextOut = 6;
        trader.hearsNothingMore();
    }

    @Test
    void shouldTakeAGapFillForAdministrativeMessages() {
        trader.says("35=1|34=6|112=above");
        trader.hears("35=2|7=2|16=0");
        trader.says("35=4|34=2|43=Y|122={now}|123=Y|36=5");
        trader.says(refused("A-1", "34=5|43=Y|122={now}|"));
        trader.hears("35=8|11=A-1|150=8");
        trader.hears("35=0|112=above");
        trader.nextOut = 7;
        trader.hearsNothingMore();
    }

    @Test
    void shouldLogOutAClientWhoseNumberIsTooLow() {
        trader.hearsNothingMore();
        trader.says("35=0|34=2");
        trader.hears("35=5|58~expecting 3 but received 2");
        trader.isCutOff();
        trader.logsOn().hearsNothingMore();
    }

    @Test
    void shouldIgnoreAPossibleDuplicateThatItHas() {
        trader.says(refused("A-1", "34=2|"));
        trader.hears("35=8|11=A-1|150=8");
        trader.says(refused("A-1", "34=2|43=Y|122={now}|"));
        trader.says("35=1|34=1|43=Y|122={now}|112=old");
        trader.nextOut = 3;
        trader.hearsNothingMore();
    }

    @Test
    void shouldRejectAPossibleDuplicateWithoutOrigSendingTime() {
        trader.hearsNothingMore();
        trader.says("35=1|34=2|43=Y|112=old");
        trader.hears("35=3|45=2|371=122|372=1|373=1");
        trader.hearsNothingMore();
    }

    @Test
    void shouldEndASessionWhoseOrigSendingTimeIsInTheFuture() {
        trader.says("35=1|34=1|43=Y|122=" + Fix.now(Duration.ofSeconds(60)) + "|112=old");
        trader.hears("35=3|45=1|371=122|373=10");
        trader.hears("35=5|58*");
        trader.isCutOff();
    }

    @Test
    void shouldExpectNewSeqNoBehindAGapFill() {
        trader.says("35=4|123=Y|36=20");
        trader.nextOut = 20;
        trader.hearsNothingMore();
    }

    @Test
    void shouldRejectAGapFillThatGoesBack() {
        trader.hearsNothingMore();
        trader.says("35=4|34=3|123=Y|36=2");
        trader.hears("35=3|45=3|371=36|372=4|373=5");
        trader.nextOut = 4;
        trader.hearsNothingMore();
    }

    @Test
    void shouldExpectNewSeqNoBehindAResetWhateverItsOwnNumber() {
        trader.says("35=4|34=1|36=20");
        trader.nextOut = 20;
        trader.hearsNothingMore();
        trader.says("35=4|34=777|123=N|36=30");
        trader.nextOut = 30;
        trader.hearsNothingMore();
    }

    @Test
    void shouldRejectAResetThatGoesBack() {
        trader.hearsNothingMore();
        trader.says("35=4|34=3|36=2");
        trader.hears("35=3|45=3|371=36|372=4|373=5");
        trader.nextOut = 3;
        trader.hearsNothingMore();
    }

    @Test
    void shouldEndASessionThatSendsNoNumber() {
        trader.saysBytes(Fix.frame("35=0|49=" + trader.compId() + "|56=GATEWAY|52=" + Fix.now(Duration.ZERO) + "|"));
        trader.hears("35=5|58~MsgSeqNum(34)");
        trader.isCutOff();
        trader.logsOn().hearsNothingMore();
    }

    @Test
    void shouldSayEachNumberOfARangeOnceAndInOrder() {
        final List<Message> said = conversation();
        trader.says("35=2|7=1|16=0");
        trader.hears("35=4|34=1|43=Y|123=Y|36=2");
        hearsAgain(said.get(2));
        trader.hears("35=4|34=3|43=Y|123=Y|36=5");
        hearsAgain(said.get(5));
        hearsAgain(said.get(6));
        hearsAgain(said.get(7));
        trader.hears("35=4|34=8|43=Y|123=Y|36=10");
        trader.hearsNothingMore();
    }

    @Test
    void shouldSayAPartOfARange() {
        final List<Message> said = conversation();
        trader.says("35=2|7=4|16=6");
        trader.hears("35=4|34=4|43=Y|123=Y|36=5");
        hearsAgain(said.get(5));
        hearsAgain(said.get(6));
        trader.says("35=2|7=8|16=8");
        trader.hears("35=4|34=8|43=Y|123=Y|36=9");
        trader.says("35=2|7=7|16=99");
        hearsAgain(said.get(7));
        trader.hears("35=4|34=8|43=Y|123=Y|36=10");
        trader.hearsNothingMore();
    }

    @Test
    void shouldSayOnlyWhatWasSaidSinceTheReset() {
        conversation();
        trader.nextOut = 1;
        trader.says(trader.logon("141=Y"));
        trader.hears("35=A|34=1|141=Y");
        trader.says(refused("B-1", ""));
        final Message report = trader.hears("35=8|34=2|11=B-1");
        trader.says("35=2|7=1|16=0");
        trader.hears("35=4|34=1|43=Y|123=Y|36=2");
        hearsAgain(report);
        trader.logsOut();
        trader.logsOn().says("35=2|7=1|16=0");
        trader.hears("35=4|34=1|43=Y|123=Y|36=2");
        hearsAgain(report);
        trader.hears("35=4|34=3|43=Y|123=Y|36=5");
        trader.hearsNothingMore();
    }

    @Test
    void shouldServeARequestThatComesAboveAGap() {
        trader.says(refused("A-1", "34=2|"));
        final Message report = trader.hears("35=8|34=2|11=A-1");
        trader.says("35=2|34=5|7=2|16=0");
        hearsAgain(report);
        trader.hears("35=2|34=3|7=3|16=0");
        trader.says("35=4|34=3|43=Y|122={now}|123=Y|36=5");
        trader.nextOut = 6;
        trader.hearsNothingMore();
    }

    /** Orders go on while the client asks again and again; each report comes live once, and once for each request. */
    @Test
    void shouldSayRangesAgainInFullFlow() {
        final StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 400; i++) {
            lines.append(new String(trader.bytes(refused("A-" + i, ""))));
            if (i % 100 == 0) {
                lines.append(new String(trader.bytes("35=2|7=2|16=" + (i / 2))));
            }
        }
        trader.saysBytes(Fix.bytes(lines.toString()));
        final List<Message> live = new ArrayList<>();
        final List<Long> again = new ArrayList<>();
        while (live.size() < 400 || again.size() < 49 + 199) {
            final Message message = trader.hears("35=8");
            if (message.isPossDup()) {
                again.add(message.number(34));
                assertEquals(live.get((int) message.number(34) - 2).content(), message.content());
            } else {
                live.add(message);
                Script.check("34=" + (live.size() + 1) + "|11=A-" + live.size(), message);
            }
        }
        assertAscendingRuns(again);
    }

    /** A request that waited may have been replaced by a newer one; those that were served were served whole. */
    private static void assertAscendingRuns(final List<Long> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            final boolean begins = numbers.get(i) == 2;
            assertTrue(begins || i > 0 && numbers.get(i) == numbers.get(i - 1) + 1, numbers.toString());
        }
    }

    @Test
    void shouldRejectARangeThatIsNone() {
        trader.says("35=2|7=2|16=1");
        trader.hears("35=3|45=2|371=16|372=2|373=5");
        trader.says("35=2|7=0|16=0");
        trader.hears("35=3|45=3|371=7|372=2|373=5");
        trader.hearsNothingMore();
    }

    @Test
    void shouldEndASessionThatAsksForWhatWasNeverSaid() {
        trader.says("35=2|7=50|16=0");
        trader.hears("35=5|58~BeginSeqNo(7) 50 is above 1");
        trader.isCutOff();
    }

    /** Logon, report, two heartbeats, report, refusal of a cancel, refusal of a message, two heartbeats: numbers 1 to 9. */
    private List<Message> conversation() {
        final List<Message> said = new ArrayList<>();
        said.add(null);
        said.add(null);
        trader.says(refused("A-1", ""));
        said.add(trader.hears("35=8|34=2|11=A-1"));
        trader.hearsNothingMore();
        trader.hearsNothingMore();
        said.add(null);
        said.add(null);
        trader.says(refused("A-2", ""));
        said.add(trader.hears("35=8|34=5|11=A-2"));
        trader.says("35=F|11=A-3|41=A-2|55=ETH-USD|54=1|60={now}");
        said.add(trader.hears("35=9|34=6|11=A-3"));
        trader.says("35=V|262=M|263=1|264=0|267=1|269=0|146=1|55=ETH-USD");
        said.add(trader.hears("35=j|34=7|372=V"));
        trader.hearsNothingMore();
        trader.hearsNothingMore();
        return said;
    }

    private void hearsAgain(final Message said) {
        final Message again = trader.hears("43=Y|34=" + said.value(34) + "|122=" + said.value(52));
        assertEquals(said.content(), again.content());
    }

    /** An order that is refused at once, so that it rests nowhere. */
    private static String refused(final String clOrdId, final String header) {
        return "35=D|" + header + "11=" + clOrdId + "|55=NONE-USD|54=1|38=1|40=2|44=3000|60={now}";
    }
}
