package io.weir.acceptor.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.acceptor.Fix;
import io.weir.acceptor.dictionary.FixDictionary;
import io.weir.protocol.command.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageCheckTest {
    private static final FixDictionary DICTIONARY = FixDictionary.load();

    private final SessionIdentity identity = new SessionIdentity("CLIENT", "GATEWAY");
    private final MessageCheck check = new MessageCheck(DICTIONARY);

    @Test
    void shouldFindNothingWrongWithAnOrder() {
        assertNull(check(Fix.client("D", 2, Fix.order("A-1"))));
        assertEquals("D", check.msgType());
        assertEquals("A-1", check.message().text(Tags.CL_ORD_ID));
        assertEquals("50000.25", check.message().decimal(Tags.PRICE).toString());
    }

    @Test
    void shouldTakeAnOrderWithEveryBlockThatFixHas() {
        final String body =
                "11=A-1|526=S|583=L|453=2|448=P1|447=D|452=1|802=1|523=desk|803=2|448=P2|447=D|452=3|229=20261122|"
                        + "1=ACC|660=99|581=1|589=0|590=0|591=0|70=AL|78=1|79=X|661=1|736=USD|467=I|539=1|524=N|525=D|538=1|80=1|"
                        + "63=0|64=20261124|21=1|18=1 2|386=1|336=DAY|625=1|81=0|55=BTC-USD|65=CD|48=1|22=8|454=1|455=a|456=4|460=4|"
                        + "200=202612|541=20261231|864=1|865=1|866=20261122|867=1.5|868=t|913=d|711=1|311=BTC|309=U|305=4|"
                        + "887=1|888=x|889=y|140=1|54=1|114=N|60=" + Fix.NOON
                        + "|232=1|233=t|234=v|854=0|38=1|40=2|423=2|44=1|218=0.1|"
                        + "235=AFTERTAX|15=USD|376=c|377=N|59=0|427=0|12=1|13=3|479=USD|528=A|529=1 2|582=1|121=N|58=t|354=3|355=a\u0001b|"
                        + "77=O|203=0|480=Y|481=N|513=r|494=d";
        assertNull(check(Fix.client("D", 2, body)));
        assertEquals("BTC-USD", check.message().text(Tags.SYMBOL));
        assertEquals("1", check.message().text(Tags.ORDER_QTY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tag that FIX does not have; 999=HI; 0; 999",
                "tag of its own agreement; 5001=HI; 0; 5001",
                "tag zero; 0=HI; 0; 0",
                "tag that is no number; X=HI; 0; 0",
                "negative tag; -1=HI; 0; 0",
                "field without a sign; HI; 0; 0",
                "tag of another message; 434=1; 2; 434",
                "field without a value; 1=; 4; 1",
                "value that FIX does not have; 21=9; 5; 21",
                "one of several values that FIX does not have; 18=1 z; 5; 18",
                "text that is too long; 1=AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDD; 5; 1",
                "number with too many digits; 99=1.0000000000000000001; 5; 99",
                "number that is none; 99=1e5; 6; 99",
                "number with a plus; 99=+1; 6; 99",
                "time that is none; 168=20261122-25:00:00; 6; 168",
                "day that is none; 432=20260231; 6; 432",
                "flag that is none; 121=T; 6; 121",
                "character that are two; 81=00; 6; 81",
                "text that is not ASCII; 58=caf\u00e9; 6; 58",
                "twice the same; 11=A-2; 13; 11",
                "header field in the body; 50=desk; 14; 50",
                "group member outside of its group; 448=X; 15; 448",
                "group out of order; 453=1|447=D|448=X; 15; 447",
                "group member twice; 453=1|448=X|447=D|447=D; 13; 447",
                "too few entries; 453=2|448=X|1=ACC; 16; 453",
                "too many entries; 453=1|448=X|448=Y; 16; 453",
                "data without a length; 355=x; 1; 354",
                "data with a wrong length; 354=5|355=x; 5; 354",
            })
    void shouldRejectAnOrderWith(final String what, final String field, final int reason, final int refTag) {
        final Fault fault = check(Fix.client("D", 2, Fix.order("A-1") + "|" + field));
        assertNotNull(fault, what);
        assertEquals(Verdict.REJECT, fault.verdict());
        assertEquals(reason, fault.reason(), fault.text());
        assertEquals(refTag, fault.refTagId(), fault.text());
        assertEquals("D", fault.refMsgType());
        assertFalse(fault.text().isEmpty());
        assertEquals(2, check.header(1, 0).msgSeqNum());
    }

    @ParameterizedTest
    @CsvSource({"11", "55", "54", "60", "38", "40"})
    void shouldNameTheMissingField(final int tag) {
        final String without =
                Fix.order("A-1").replaceFirst("(^|\\|)" + tag + "=[^|]*", "").replaceFirst("^\\|", "");
        final Fault fault = check(Fix.client("D", 2, without));
        assertEquals(1, fault.reason(), fault.text());
        assertEquals(tag, fault.refTagId());
    }

    @Test
    void shouldRejectAMsgTypeThatFixDoesNotHave() {
        final Fault fault = check(Fix.client("ZZ", 2, "11=A"));
        assertEquals(Verdict.REJECT, fault.verdict());
        assertEquals(11, fault.reason());
        assertEquals("ZZ", fault.refMsgType());
    }

    @Test
    void shouldRefuseAMessageThatIsNotWorkedByBusinessReject() {
        final Fault fault = check(Fix.client("E", 2, "66=L|11=A-9"));
        assertEquals(Verdict.BUSINESS_REJECT, fault.verdict());
        assertEquals(3, fault.reason());
        assertEquals("E", fault.refMsgType());
        assertEquals("A-9", fault.businessRejectRefId());
        assertEquals(Verdict.BUSINESS_REJECT, check(Fix.client("8", 3, "37=1")).verdict());
        assertEquals(
                Verdict.BUSINESS_REJECT, check(Fix.client("AE", 4, "571=1")).verdict());
    }

    @Test
    void shouldEndTheSessionOnForeignCompIds() {
        final Fault sender = check(Fix.frame("35=0|49=OTHER|56=GATEWAY|34=2|52=" + Fix.NOON));
        assertEquals(Verdict.REJECT_AND_LOGOUT, sender.verdict());
        assertEquals(9, sender.reason());
        assertEquals(49, sender.refTagId());
        assertEquals(
                56,
                check(Fix.frame("35=0|49=CLIENT|56=OTHER|34=2|52=" + Fix.NOON)).refTagId());
    }

    @Test
    void shouldEndTheSessionOnAnotherBeginString() {
        final Fault fault = check(Fix.frame("FIX.4.2", "35=0|49=CLIENT|56=GATEWAY|34=2|52=" + Fix.NOON));
        assertEquals(Verdict.LOGOUT, fault.verdict());
        assertTrue(fault.text().contains("FIX.4.2"), fault.text());
    }

    @Test
    void shouldEndTheSessionOnAClockThatIsOff() {
        final long nowNs = Fix.NOON_NS + 121_000_000_000L;
        final Fault fault = check(Fix.client("0", 2, ""), nowNs);
        assertEquals(Verdict.REJECT_AND_LOGOUT, fault.verdict());
        assertEquals(10, fault.reason());
        assertEquals(52, fault.refTagId());
        assertNull(check(Fix.client("0", 2, ""), Fix.NOON_NS + 119_000_000_000L));
    }

    @Test
    void shouldEndTheSessionWithoutANumber() {
        assertEquals(
                Verdict.LOGOUT,
                check(Fix.frame("35=0|49=CLIENT|56=GATEWAY|52=" + Fix.NOON)).verdict());
        assertEquals(0, check.header(1, 0).msgSeqNum());
        assertEquals(
                Verdict.LOGOUT,
                check(Fix.client("0", 2, "").clone(), "34=2", "34=x").verdict());
        assertEquals(Verdict.LOGOUT, check(Fix.client("0", 0, "")).verdict());
        assertEquals(Verdict.LOGOUT, check(Fix.client("0", 2_000_000_000L, "")).verdict());
        assertNull(check(Fix.client("4", 0, "36=9")));
    }

    @Test
    void shouldWantOrigSendingTimeOfAPossibleDuplicate() {
        final Fault missing = check(Fix.client("D", 2, "43=Y|" + Fix.order("A-1")));
        assertEquals(Verdict.REJECT, missing.verdict());
        assertEquals(1, missing.reason());
        assertEquals(122, missing.refTagId());
        final Fault later = check(Fix.client("D", 2, "43=Y|122=20261122-12:00:01|" + Fix.order("A-1")));
        assertEquals(Verdict.REJECT_AND_LOGOUT, later.verdict());
        assertEquals(10, later.reason());
        assertNull(check(Fix.client("D", 2, "43=Y|122=20261122-11:59:59|" + Fix.order("A-1"))));
        assertTrue(check.header(1, 0).possDup());
        assertNull(check(Fix.client("4", 2, "43=Y|123=Y|36=9")));
    }

    @Test
    void shouldBoundOtherSequenceNumbers() {
        assertEquals(5, check(Fix.client("2", 2, "7=2000000000|16=0")).reason());
        assertEquals(5, check(Fix.client("4", 2, "36=99999999999999999999")).reason());
    }

    @Test
    void shouldNeverShowAPassword() {
        final Fault fault = check(Fix.client("A", 2, "98=0|108=30|554=s\u00e9cret"));
        assertEquals(6, fault.reason());
        assertFalse(fault.text().contains("cret"), fault.text());
    }

    private Fault check(final byte[] message, final String from, final String to) {
        final String text = Fix.text(message);
        final String body = text.substring(text.indexOf("35="), text.indexOf("|10=") + 1);
        return check(Fix.frame(body.replace(from, to)));
    }

    private Fault check(final byte[] message) {
        return check(message, Fix.NOON_NS);
    }

    private Fault check(final byte[] message, final long nowNs) {
        final FixFramer framer = new FixFramer();
        framer.space().put(message);
        framer.filled();
        assertEquals(FixFramer.Found.MESSAGE, framer.next());
        return check.check(framer, identity, nowNs);
    }
}
