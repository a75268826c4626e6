package io.weir.app.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logon and logout. Sources: FIX session-level test cases 1S and 13, FIX 4.4 volume 2. */
@ExtendWith(FixGateway.Extension.class)
final class LogonTest {
    private Trader trader;

    @BeforeEach
    void nameTrader(final FixGateway gateway) {
        trader = gateway.trader();
    }

    @Test
    void shouldAnswerALogon() {
        trader.connects().says("35=A|98=0|108=7|553=" + trader.compId() + "|554=demo");
        trader.hears("35=A|34=1|98=0|108=7|141-|789-|554-");
        trader.hearsNothingMore();
    }

    @Test
    void shouldBeginBothSidesAtOneWithResetSeqNumFlag() {
        trader.logsOn().hearsNothingMore();
        trader.hangsUp();
        trader.nextOut = 1;
        trader.connects().says(trader.logon("141=Y"));
        trader.hears("35=A|34=1|141=Y|98=0");
        trader.says("35=1|34=2|112=next");
        trader.hears("35=0|34=2|112=next");
    }

    @Test
    void shouldBeginAnewWithinTheSession() {
        trader.logsOn().hearsNothingMore();
        trader.nextOut = 1;
        trader.says(trader.logon("141=Y"));
        trader.hears("35=A|34=1|141=Y");
        trader.says("35=1|34=2|112=next");
        trader.hears("35=0|34=2|112=next");
    }

    @Test
    void shouldSayWhyAResetCannotBe() {
        trader.nextOut = 5;
        trader.connects().says(trader.logon("141=Y"));
        trader.hears("35=5|58~needs MsgSeqNum(34) 1, received 5");
        trader.isCutOff();
    }

    @Test
    void shouldGoOnWithTheNumbersOfTheLastConnection() {
        trader.logsOn().hearsNothingMore();
        trader.hangsUp();
        trader.logsOn();
        trader.hearsNothingMore();
        trader.logsOut();
        trader.logsOn();
        trader.hearsNothingMore();
    }

    @Test
    void shouldGoOnWithTheNumbersAfterARestart(final FixGateway gateway) {
        trader.logsOn().hearsNothingMore();
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=1|40=2|44=2800|60={now}");
        final Message accepted = trader.hears("35=8|150=0|34=3");
        gateway.restart();
        trader.logsOn();
        trader.says("35=2|7=1|16=0");
        trader.hears("35=4|34=1|123=Y|36=3|43=Y");
        final Message again = trader.hears("35=8|34=3|43=Y");
        assertEquals(accepted.content(), again.content());
        trader.hears("35=4|34=4|123=Y|36=5|43=Y");
        trader.says("35=F|11=A-2|41=A-1|55=ETH-USD|54=1|60={now}");
        trader.hearsInTheEnd("35=8|150=4|11=A-2|41=A-1|37=" + accepted.value(37));
    }

    @Test
    void shouldAskForWhatIsMissingBelowALogon() {
        trader.nextOut = 4;
        trader.logsOn();
        trader.hears("35=2|7=1|16=0");
        trader.says("35=4|34=1|43=Y|122={now}|123=Y|36=5");
        trader.hearsNothingMore();
    }

    @Test
    void shouldAskByNextExpectedMsgSeqNumIfTheClientUsesIt() {
        trader.nextOut = 4;
        trader.connects().says(trader.logon("789=1"));
        trader.hears("35=A|34=1|789=1");
        trader.says("35=4|34=1|43=Y|122={now}|123=Y|36=5");
        trader.hearsNothingMore();
    }

    @Test
    void shouldBeginAnewWithNextExpectedMsgSeqNum() {
        trader.logsOn().hearsNothingMore();
        trader.hangsUp();
        trader.nextOut = 1;
        trader.connects().says(trader.logon("141=Y|789=1"));
        trader.hears("35=A|34=1|141=Y|789=2");
        trader.hearsNothingMore();
    }

    @Test
    void shouldTakeWhatIsSaidRightBehindALogon() {
        final byte[] logon = trader.bytes(trader.logon(""));
        final byte[] test = trader.bytes("35=1|112=at once");
        trader.connects().saysBytes(Fix.bytes(new String(logon) + new String(test)));
        trader.hears("35=A|34=1");
        trader.hears("35=0|34=2|112=at once");
    }

    @Test
    void shouldFillTheClientsGapUnaskedByNextExpectedMsgSeqNum() {
        trader.logsOn();
        trader.says("35=D|11=A-1|55=NONE-USD|54=1|38=1|40=2|44=3000|60={now}");
        final Message missed = trader.hears("35=8|34=2|150=8");
        trader.hearsNothingMore();
        trader.hangsUp();
        trader.nextIn = 2;
        trader.connects().says(trader.logon("789=2"));
        trader.hearsAhead("35=A|34=4|789=5");
        assertEquals(missed.content(), trader.hears("35=8|34=2|43=Y").content());
        trader.hears("35=4|34=3|43=Y|123=Y|36=5");
        trader.hearsNothingMore();
    }

    @Test
    void shouldFillBothGapsByNextExpectedMsgSeqNum() {
        trader.logsOn().hearsNothingMore();
        trader.hangsUp();
        trader.nextOut = 7;
        trader.nextIn = 2;
        trader.connects().says(trader.logon("789=2"));
        trader.hearsAhead("35=A|34=3|789=3");
        trader.hears("35=4|34=2|43=Y|123=Y|36=4");
        trader.says("35=4|34=3|43=Y|122={now}|123=Y|36=8");
        trader.hearsNothingMore();
    }

    @Test
    void shouldTakeALogonByteByByte() {
        trader.connects().saysSlowly(trader.bytes(trader.logon("")));
        trader.hears("35=A|34=1");
        trader.hearsNothingMore();
    }

    @Test
    void shouldTakeALogonWithoutHeartbeats() {
        trader.connects().says("35=A|98=0|108=0|553=" + trader.compId() + "|554=demo");
        trader.hears("35=A|34=1|108=0");
        trader.hearsNothingMore();
    }

    @Test
    void shouldRefuseAClientThatHasHeardMoreThanWasSaid() {
        trader.connects().says(trader.logon("789=7"));
        trader.hears("35=5|34=1|58~NextExpectedMsgSeqNum(789) 7 is above 1");
        trader.isCutOff();
    }

    @Test
    void shouldNameBothNumbersIfALogonsIsTooLow() {
        trader.logsOn().hearsNothingMore();
        trader.hangsUp();
        trader.nextOut = 2;
        trader.connects().says(trader.logon(""));
        trader.hears("35=5|58~expecting 3 but received 2");
        trader.isCutOff();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35=A|49=STRANGER|98=0|108=60|553=STRANGER|554=demo",
                "35=A|56=ELSEWHERE|98=0|108=60|553={id}|554=demo",
                "35=A|98=0|108=60|553={id}|554=secret",
                "35=A|98=0|108=60|553={id}",
                "35=A|98=0|108=60|553=CLIENT|554=demo",
                "35=A|98=0|553={id}|554=demo",
                "35=A|98=0|108=-1|553={id}|554=demo",
                "35=A|98=0|108=301|553={id}|554=demo",
            })
    void shouldRefuseALogonWithoutAWord(final String logon) {
        trader.connects().says(logon.replace("{id}", trader.compId()));
        trader.isCutOff();
        trader.nextOut = 1;
        trader.logsOn().hearsNothingMore();
    }

    @Test
    void shouldRefuseAnotherBeginString() {
        trader.connects().saysBytes(Fix.frame("FIX.4.2", trader.body(trader.logon(""))));
        trader.isCutOff();
        trader.nextOut = 1;
        trader.logsOn().hearsNothingMore();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35=1|112=first",
                "35=0",
                "35=5",
                "35=2|7=1|16=0",
                "35=D|11=A-1|55=BTC-USD|54=1|38=1|40=2|44=45000|60={now}"
            })
    void shouldNotAnswerAnythingButALogonFirst(final String first) {
        trader.connects().says(first);
        trader.isCutOff();
        trader.nextOut = 1;
        trader.logsOn().hearsNothingMore();
    }

    @Test
    void shouldCloseASecondConnectionAndLeaveTheFirstAlone() {
        trader.logsOn();
        try (Trader second = trader.again()) {
            second.says(second.logon(""));
            second.isCutOff();
        }
        try (Trader third = trader.again()) {
            third.nextOut = 1;
            third.says(third.logon("141=Y"));
            third.isCutOff();
        }
        trader.hearsNothingMore();
    }

    @Test
    void shouldRejectALogonWithinTheSession() {
        trader.logsOn().says(trader.logon(""));
        trader.hears("35=3|45=2|372=A|58*");
        trader.hearsNothingMore();
    }

    @Test
    void shouldAnswerALogoutAndClose() {
        trader.logsOn().says("35=5|58=good night");
        trader.hears("35=5|34=2");
        trader.isCutOff();
        trader.logsOn().hearsNothingMore();
    }

    @Test
    void shouldAnswerALogoutAboveAGapAndAskAtTheNextLogon() {
        trader.logsOn().says("35=5|34=9");
        trader.hears("35=5");
        trader.isCutOff();
        trader.nextOut = 10;
        trader.logsOn();
        trader.hears("35=2|7=2|16=0");
    }
}
