package io.weir.simulator.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.PossResend;

class StreamingDeskTest {
    private final StreamingDesk desk = new StreamingDesk("T", 3);
    private String clOrdId;

    @BeforeEach
    void sendAnOrder() {
        clOrdId = Orders.text(desk.next(), ClOrdID.FIELD);
    }

    private void hears(final String orderId, final String execId, final String rest) {
        final String text = "8=FIX.4.4|9=1|35=8|34=9|52=20261122-10:00:00.000|37=" + orderId + "|11=" + clOrdId + "|17="
                + execId + "|38=2|" + rest + "|10=000|";
        hears(text);
    }

    private void hears(final String readable) {
        final String text = readable.replace('|', '\001');
        desk.onTextIn(text);
        final Message message = new Message();
        for (final String field : readable.split("\\|")) {
            final int equals = field.indexOf('=');
            final int tag = Integer.parseInt(field.substring(0, equals));
            if (tag == 35 || tag == PossResend.FIELD) {
                message.getHeader().setString(tag, field.substring(equals + 1));
            } else {
                message.setString(tag, field.substring(equals + 1));
            }
        }
        desk.onMessage(message);
    }

    @Test
    void shouldFindNothingWrongWithASoundChain() {
        hears("1", "1", "150=0|39=0|14=0|151=2");
        hears("1", "2", "150=F|39=1|14=1|151=1|32=1|31=10");
        hears("1", "3", "150=F|39=2|14=2|151=0|32=1|31=11");
        assertTrue(desk.faults().isEmpty() && desk.doubled().isEmpty());
        assertEquals(0, desk.unanswered());
        assertTrue(desk.notEnded().isEmpty());
        assertEquals("21", desk.notional().toPlainString());
    }

    @Test
    void shouldTakeAReportSaidAgainAsTheSame() {
        hears("1", "1", "150=0|39=0|14=0|151=2");
        hears("1", "1", "97=Y|150=0|39=0|14=0|151=2");
        assertTrue(desk.doubled().isEmpty());
        assertEquals(1, desk.possResends());
    }

    @Test
    void shouldFindAReportThatComesTwiceWithoutPossResend() {
        hears("1", "1", "150=0|39=0|14=0|151=2");
        hears("1", "1", "150=0|39=0|14=0|151=2");
        assertEquals(1, desk.doubled().size());
    }

    @Test
    void shouldFindAnExecIdWithTwoContents() {
        hears("1", "1", "150=0|39=0|14=0|151=2");
        hears("1", "1", "97=Y|150=0|39=0|14=0|151=3");
        assertEquals(1, desk.doubled().size());
    }

    @Test
    void shouldFindASecondOrderId() {
        hears("1", "1", "150=0|39=0|14=0|151=2");
        hears("7", "2", "150=F|39=2|14=2|151=0|32=2|31=10");
        assertEquals(1, desk.doubled().size());
    }

    @Test
    void shouldFindAMissingFill() {
        hears("1", "1", "150=0|39=0|14=0|151=2");
        hears("1", "3", "150=F|39=2|14=2|151=0|32=1|31=11");
        assertEquals(1, desk.faults().size());
    }

    @Test
    void shouldFindALogoutThatGivesAReason() {
        desk.onTextIn("8=FIX.4.4|9=1|35=5|34=9|58=MsgSeqNum too low|10=000|".replace('|', '\001'));
        assertEquals(1, desk.faults().size());
    }

    @Test
    void shouldSayAgainWhatHasNoAnswer() {
        final Message again = desk.saidAgain().get(0);
        assertEquals(clOrdId, Orders.text(again, ClOrdID.FIELD));
        assertTrue(again.getHeader().isSetField(PossResend.FIELD));
        hears("1", "1", "150=0|39=0|14=0|151=2");
        assertTrue(desk.saidAgain().isEmpty());
    }
}
