package io.weir.app.fix;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a message has to look like, and how each fault is answered; a session beside it notices nothing. Sources: FIX
 * session-level test cases 2, 3 and 14, FIX 4.4 volume 2.
 */
@ExtendWith(FixGateway.Extension.class)
final class FormTest {
    private static final String ORDER = "35=D|11=A-1|55=NONE-USD|54=1|38=1|40=2|44=3000|60={now}";

    private Trader trader;
    private Trader neighbour;

    @BeforeEach
    void logOn(final FixGateway gateway) {
        trader = gateway.trader().logsOn();
        neighbour = gateway.trader().logsOn();
    }

    @AfterEach
    void askNeighbour() {
        neighbour.hearsNothingMore();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 128, 255})
    void shouldIgnoreAWrongCheckSum(final int error) {
        final String body = trader.body("35=1|112=garbled");
        trader.saysBytes(Fix.withCheckSum("8=FIX.4.4|9=" + body.length() + "|" + body, error));
        trader.nextOut--;
        trader.hearsNothingMore();
    }

    @ParameterizedTest
    @ValueSource(ints = {-40, -1, 1, 40})
    void shouldIgnoreAWrongBodyLength(final int error) {
        final String body = trader.body("35=1|112=garbled");
        trader.saysBytes(Fix.withLength("FIX.4.4", body, body.length() + error));
        trader.nextOut--;
        trader.hearsNothingMore();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rubbish",
                "8=FIX.4.4|",
                "8=FIX.4.4|35=0|9=5|10=000|",
                "8=FIX.4.4|9=|35=0|10=000|",
                "9=5|35=0|10=161|",
                "8=FIX.4.4|9=5|34=0|10=162|",
                "|||10=000|"
            })
    void shouldStepOverGarbage(final String garbage) {
        trader.saysBytes(Fix.bytes(garbage));
        trader.hearsNothingMore();
    }

    @ParameterizedTest
    @CsvSource({"49, SOMEBODY", "56, ELSEWHERE"})
    void shouldEndASessionWithOtherCompIds(final int tag, final String value) {
        trader.says("35=0|" + tag + "=" + value);
        trader.hears("35=3|45=2|371=" + tag + "|372=0|373=9|58~" + value);
        trader.hears("35=5|58~" + value);
        trader.isCutOff();
        trader.logsOn().hearsNothingMore();
    }

    @Test
    void shouldEndASessionWithAnotherBeginString() {
        trader.saysBytes(Fix.frame("FIX.4.2", trader.body("35=0")));
        trader.hears("35=5|58~FIX.4.2");
        trader.isCutOff();
        trader.logsOn().hearsNothingMore();
    }

    @ParameterizedTest
    @ValueSource(ints = {-130, 130})
    void shouldEndASessionWhoseClockIsOff(final int seconds) {
        trader.says(ORDER + "|52=" + Fix.now(Duration.ofSeconds(seconds)));
        trader.hears("35=3|45=2|371=52|372=D|373=10");
        trader.hears("35=5|58~SendingTime(52)");
        trader.isCutOff();
        trader.logsOn().hearsNothingMore();
    }

    @ParameterizedTest
    @ValueSource(ints = {-100, 100})
    void shouldTakeAClockThatIsOffByLess(final int seconds) {
        trader.says("35=1|52=" + Fix.now(Duration.ofSeconds(seconds)) + "|112=late");
        trader.hears("35=0|112=late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "~", "Dx", "d d"})
    void shouldRejectAMsgTypeThatFixDoesNotHave(final String msgType) {
        trader.says("35=" + msgType + "|58=what is this?");
        trader.hears("35=3|45=2|371=35|373=11|58~MsgType(35)");
        trader.hearsNothingMore();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35=q|11=M-1|530=7|60={now}",
                "35=q|11=M-1|530=1|55=ETH-USD|60={now}",
                "35=V|262=M|263=1|264=0|267=1|269=0|146=1|55=ETH-USD",
                "35=E|66=L",
                "35=8|37=1",
                "35=R|131=Q",
                "35=AE|571=T"
            })
    void shouldSayThatAMessageIsNotSupported(final String line) {
        trader.says(line);
        trader.hears("35=j|45=2|380=3|372=" + line.substring(3, line.indexOf('|')) + "|58~not supported");
        trader.hearsNothingMore();
    }

    /** A line of an order or another message, the reason, and the tag that is at fault. */
    @ParameterizedTest
    @CsvSource({
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|40=2|44=3000|60={now}|9999=1, 0, 9999",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|40=2|44=3000|60={now}|957=1, 0, 957",
        "35=0|5001=1, 0, 5001",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|40=2|44=3000|60={now}|0=1, 0, *",
        "35=D|55=ETH-USD|54=1|38=1|40=2|44=3000|60={now}, 1, 11",
        "35=D|11=A-1|54=1|38=1|40=2|44=3000|60={now}, 1, 55",
        "35=D|11=A-1|55=ETH-USD|38=1|40=2|44=3000|60={now}, 1, 54",
        "35=D|11=A-1|55=ETH-USD|54=1|40=2|44=3000|60={now}, 1, 38",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|44=3000|60={now}, 1, 40",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|40=2|44=3000, 1, 60",
        "35=F|11=A-2|55=ETH-USD|54=1|60={now}, 1, 41",
        "35=G|11=A-2|55=ETH-USD|54=1|38=1|40=2|44=3000|60={now}, 1, 41",
        "35=1, 1, 112",
        "35=2|7=1, 1, 16",
        "35=4|123=Y, 1, 36",
        "35=1|55=ETH-USD|112=x, 2, 55",
        "35=0|41=x, 2, 41",
        "35=1|112=, 4, 112",
        "35=D|11=|55=ETH-USD|54=1|38=1|40=2|44=3000|60={now}, 4, 11",
        "35=D|11=A-1|55=ETH-USD|54=Z|38=1|40=2|44=3000|60={now}, 5, 54",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|40=0|44=3000|60={now}, 5, 40",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|40=2|44=3000|60={now}|59=Y, 5, 59",
        "35=D|11=A-1|55=ETH-USD|54=1|38=ten|40=2|44=3000|60={now}, 6, 38",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1e3|40=2|44=3000|60={now}, 6, 38",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|40=2|44=3.000.0|60={now}, 6, 44",
        "35=D|11=A-1|55=ETH-USD|54=12|38=1|40=2|44=3000|60={now}, 6, 54",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|40=2|44=3000|60=today, 6, 60",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|40=2|44=3000|60=20251345-00:00:00, 6, 60",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1000000000000000000000|40=2|44=3000|60={now}, 5, 38",
        "35=2|7=one|16=0, 6, 7",
        "35=4|123=J|36=9, 6, 123",
        "35=1|112=x|112=y, 13, 112",
        "35=1|112=x|97=N, 14, 97",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|40=2|44=3000|60={now}|453=2|448=P|447=D|452=1, 16, 453",
        "35=D|11=A-1|55=ETH-USD|54=1|38=1|40=2|44=3000|60={now}|453=1|447=D|448=P|452=1, 15, 447"
    })
    void shouldRejectAFaultyField(final String line, final int reason, final String refTag) {
        trader.says(line);
        final String refTagId = "*".equals(refTag) ? "" : "|371=" + refTag;
        trader.hears("35=3|45=2|372=" + line.charAt(3) + "|373=" + reason + refTagId + "|58*");
        trader.hearsNothingMore();
    }

    /** Every MsgType of FIX 4.4 that is not worked here, and the letters that FIX 4.4 does not use. */
    @Test
    void shouldAnswerEveryMsgType() {
        for (final String msgType : ("6 7 B C E J K L M N P Q R S T V W X Y Z a b c d e f g h i k l m n o p q r s t u v"
                        + " w x y z 8 9 AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU AV AW AX AY AZ BA"
                        + " BB BC BD BE BF BG BH")
                .split(" ")) {
            trader.says("35=" + msgType);
            trader.hears("35=j|380=3|372=" + msgType);
        }
        for (final String msgType : "I O U BI CA AAA a0".split(" ")) {
            trader.says("35=" + msgType);
            trader.hears("35=3|373=11|372=" + msgType);
        }
        trader.hearsNothingMore();
    }

    @Test
    void shouldNotAnswerAReject() {
        trader.says("35=3|45=1|373=5|58=we do not like your Logon");
        trader.says("35=j|45=1|372=8|380=0|58=we do not like your report");
        trader.says("35=0");
        trader.hearsNothingMore();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50=desk|57=fix|142=LDN|116=me",
                "115=ME|128=YOU|129=desk|144=LDN|145=NYC",
                "369=1|90=3|91=a|b",
                "347=UTF-8|627=1|628=HUB|629={now}|630=7"
            })
    void shouldTakeHeaderFieldsThatItDoesNotUse(final String fields) {
        trader.says("35=1|" + fields + "|112=header");
        trader.hears("35=0|112=header");
        trader.hearsNothingMore();
    }

    @Test
    void shouldTakeAnOrderWithAllThatOrderSystemsSend() {
        trader.says(ORDER + "|1=ACC-CLIENT|21=1|15=USD|63=0|18=1|528=P|581=1|582=4|77=O|167=CS|207=SIM|423=2|114=N"
                + "|453=2|448=ME|447=D|452=3|802=1|523=X|803=1|448=YOU|447=D|452=11|58=as agreed|354=8|355=a|35=D|b"
                + "|22=8|48=NONE-USD|526=second id|376=C");
        trader.hears("35=8|11=A-1|150=8|103=1");
        trader.hearsNothingMore();
    }

    @Test
    void shouldNotReadWhatStandsInData() {
        final String inner = "8=FIX.4.4|9=5|35=5|10=000|";
        trader.says(ORDER + "|354=" + inner.length() + "|355=" + inner);
        trader.hears("35=8|11=A-1|150=8");
        trader.hearsNothingMore();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uuuuMMdd-HH:mm:ss",
                "uuuuMMdd-HH:mm:ss.SSS",
                "uuuuMMdd-HH:mm:ss.SSSSSS",
                "uuuuMMdd-HH:mm:ss.SSSSSSSSS"
            })
    void shouldTakeTimesOfAnyPrecision(final String pattern) {
        final String time = ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern(pattern));
        trader.says("35=1|52=" + time + "|112=time");
        trader.hears("35=0|112=time");
    }

    @Test
    void shouldTakeBytesOneByOne() {
        trader.saysSlowly(trader.bytes(ORDER));
        trader.hears("35=8|11=A-1|150=8");
        trader.hearsNothingMore();
    }

    @Test
    void shouldTakeManyMessagesOfOneSegment() {
        final StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            lines.append(new String(trader.bytes("35=1|112=" + i)));
        }
        trader.saysBytes(Fix.bytes(lines.toString()));
        for (int i = 0; i < 100; i++) {
            trader.hears("35=0|112=" + i);
        }
        trader.hearsNothingMore();
    }

    @Test
    void shouldNotCountHalfAMessage() {
        final byte[] order = trader.bytes(ORDER);
        trader.saysBytes(Arrays.copyOf(order, order.length / 2));
        trader.hangsUp();
        trader.nextOut = 2;
        trader.logsOn().hearsNothingMore();
        final byte[] second = trader.bytes(ORDER);
        trader.nextOut--;
        trader.saysBytes(Arrays.copyOf(second, second.length - 1));
        trader.breaksOff();
        trader.logsOn();
        trader.says(ORDER);
        trader.hears("35=8|11=A-1|150=8");
        trader.hearsNothingMore();
    }

    @Test
    void shouldCloseOnAMessageOfAMebibyte() {
        trader.says(ORDER + "|58=" + "x".repeat(1 << 20));
        trader.hears("35=5|58~is above 65472");
        trader.isCutOff();
        trader.nextOut--;
        trader.logsOn().hearsNothingMore();
    }

    @Test
    void shouldCloseOnAMebibyteOfGarbage() {
        trader.saysBytes("x".repeat((1 << 20) + (1 << 17)).getBytes(StandardCharsets.US_ASCII));
        trader.hears("35=5|58~1048576 bytes came without one message");
        trader.isCutOff();
        trader.logsOn().hearsNothingMore();
    }

    @Test
    void shouldTakeALongMessage() {
        trader.says(ORDER + "|58=" + "x".repeat(60_000));
        trader.hears("35=8|11=A-1|150=8");
        trader.hearsNothingMore();
    }
}
