package io.weir.acceptor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.acceptor.Fix;
import io.weir.acceptor.Reports;
import io.weir.acceptor.report.FixReportWriter.Outcome;
import io.weir.protocol.Bounds;
import io.weir.protocol.codec.EventReader;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.event.BusinessMessageReject;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.HeartbeatSent;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.LogoutSent;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.event.RejectSent;
import io.weir.protocol.event.Resend;
import io.weir.protocol.event.ResendRequestSent;
import io.weir.protocol.event.SessionHeader;
import io.weir.protocol.event.TestRequestSent;
import io.weir.protocol.event.Trade;
import io.weir.protocol.fix.BusinessRejectReason;
import io.weir.protocol.fix.CxlRejReason;
import io.weir.protocol.fix.CxlRejResponseTo;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.SessionRejectReason;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Test;
import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.Message;

class FixReportWriterTest {
    private static final long LATER_NS = Fix.NOON_NS + 60_000_000_000L;
    private static final byte[] CLIENT = "CLIENT".getBytes(StandardCharsets.US_ASCII);

    private static final DataDictionary DICTIONARY = dictionary();

    private final FixReportWriter writer = new FixReportWriter("GATEWAY");
    private final OutBuffer out = new OutBuffer();
    private final SessionHeader session = Reports.session(5, 7);

    @Test
    void shouldWriteANewOrderReport() throws Exception {
        assertEquals(
                "8=FIX.4.4|9=187|35=8|49=GATEWAY|56=CLIENT|34=7|52=20261122-12:00:00.000|37=901|11=A-1|17=77|150=0|39=0|"
                        + "1=ACC-CLIENT|55=BTC-USD|54=1|38=0.5|40=2|44=50000.25|59=1|151=0.5|14=0|6=0|"
                        + "60=20261122-12:00:00.000|10=",
                written(Reports.accepted(session, "A-1"), WriteMode.LIVE).replaceFirst("10=...\\|$", "10="));
    }

    @Test
    void shouldWriteATrade() throws Exception {
        final String text = written(Reports.filled(session, "A-1"), WriteMode.LIVE);
        assertTrue(text.contains("|59=1|32=0.1|31=49999|30=KRAKEN|151=0.4|14=0.1|6=49999|"), text);
        assertTrue(text.contains("|12=25|13=3|479=USD|"), text);
        assertTrue(text.contains("|150=F|39=1|"), text);
    }

    @Test
    void shouldWriteThatAnOrderIsNotKnown() throws Exception {
        final OrderState nothing = new OrderState(
                0,
                "A-9",
                "",
                "BTC-USD",
                0,
                0,
                Side.SELL,
                OrdType.UNSUPPORTED,
                TimeInForce.UNSUPPORTED,
                OrdStatus.REJECTED,
                0,
                OrderState.NO_PRICE,
                0,
                0,
                0);
        final String text = written(
                new ExecutionReport(
                        session,
                        nothing,
                        "",
                        0,
                        ExecType.ORDER_STATUS,
                        OrdRejReason.UNKNOWN_ORDER,
                        Trade.NONE,
                        "Q-1",
                        true,
                        Fix.NOON_NS,
                        "no such order\u0001\u00e9"),
                WriteMode.LIVE);
        assertTrue(text.contains("|97=Y|"), text);
        assertTrue(
                text.contains("|37=NONE|11=A-9|790=Q-1|17=0|150=I|39=8|103=5|55=BTC-USD|54=2|151=0|14=0|6=0|"), text);
        assertTrue(text.contains("|58=no such order??|"), text);
    }

    @Test
    void shouldWriteApplicationMessagesAgainWithTheirFirstTime() throws Exception {
        final String text = written(Reports.accepted(session, "A-1"), WriteMode.AGAIN);
        assertTrue(text.contains("|34=7|43=Y|52=20261122-12:01:00.000|122=20261122-12:00:00.000|"), text);
        assertTrue(written(Reports.accepted(session, "A-1"), WriteMode.LATE).contains("|43=Y|"));
    }

    @Test
    void shouldWriteEveryAdministrativeMessage() throws Exception {
        assertContains(new LogonSent(session, "CLIENT", 30, false, 0), "|98=0|108=30|10=");
        assertContains(new LogonSent(session, "CLIENT", 30, true, 12), "|98=0|108=30|141=Y|789=12|10=");
        assertContains(new LogoutSent(session, "bye"), "|58=bye|");
        assertContains(new HeartbeatSent(session, ""), "35=0|49=GATEWAY|56=CLIENT|34=7|52=20261122-12:00:00.000|10=");
        assertContains(new HeartbeatSent(session, "T"), "|112=T|");
        assertContains(new TestRequestSent(session, "T"), "|112=T|");
        assertContains(new ResendRequestSent(session, 3, 0), "|7=3|16=0|");
        assertContains(
                new RejectSent(session, 4, 55, "D", SessionRejectReason.REQUIRED_TAG_MISSING, "gone"),
                "|45=4|371=55|372=D|373=1|58=gone|");
        assertContains(
                new RejectSent(session, 4, 0, "", SessionRejectReason.INVALID_TAG_NUMBER, ""), "|45=4|373=0|10=");
    }

    @Test
    void shouldWriteRejectsOfBusiness() throws Exception {
        assertContains(
                new BusinessMessageReject(session, 4, "E", "L", BusinessRejectReason.UNSUPPORTED_MESSAGE_TYPE, "no"),
                "|45=4|372=E|379=L|380=3|58=no|");
        assertContains(
                new OrderCancelReject(
                        session,
                        0,
                        "C",
                        "A",
                        OrdStatus.REJECTED,
                        CxlRejResponseTo.CANCEL,
                        CxlRejReason.UNKNOWN_ORDER,
                        false,
                        Fix.NOON_NS,
                        "no"),
                "|37=NONE|11=C|41=A|39=8|60=20261122-12:00:00.000|434=1|102=1|58=no|");
    }

    @Test
    void shouldNeverSayAdministrativeMessagesAgain() throws Exception {
        for (final Event event : List.of(
                new LogonSent(session, "CLIENT", 30, false, 0),
                new LogoutSent(session, "bye"),
                new HeartbeatSent(session, ""),
                new TestRequestSent(session, "T"),
                new ResendRequestSent(session, 3, 0),
                new RejectSent(session, 4, 0, "", SessionRejectReason.INVALID_TAG_NUMBER, ""))) {
            assertEquals("", written(event, WriteMode.AGAIN));
            assertEquals(Outcome.TO_BE_FILLED, writer.outcome());
        }
        assertTrue(written(new LogonSent(session, "CLIENT", 30, false, 0), WriteMode.LATE)
                .contains("12:01:00"));
        assertEquals("", written(new HeartbeatSent(session, ""), WriteMode.LATE));
    }

    @Test
    void shouldHandBackTheOrderToSayAgain() throws Exception {
        final Resend resend = new Resend(new SessionHeader(1, 5, 0, 64), 3, 2, 9, 128);
        assertEquals("", written(resend, WriteMode.LIVE));
        assertEquals(Outcome.RESEND, writer.outcome());
        assertEquals(resend, writer.resend());
    }

    @Test
    void shouldFillAGap() throws Exception {
        writer.to(out, CLIENT, WriteMode.AGAIN, LATER_NS).gapFill(3, 9);
        assertTrue(drain().contains("|34=3|43=Y|52=20261122-12:01:00.000|122=20261122-12:01:00.000|123=Y|36=9|"));
    }

    /** The longest texts that the core may say still fit the room that is kept for a message. */
    @Test
    void shouldFitTheLongestReport() throws Exception {
        final String id = "i".repeat(Bounds.MAX_ID_LENGTH);
        final String name = "n".repeat(Bounds.MAX_NAME_LENGTH);
        final OrderState order = new OrderState(
                Long.MAX_VALUE,
                id,
                name,
                name,
                9,
                9,
                Side.BUY,
                OrdType.LIMIT,
                TimeInForce.DAY,
                OrdStatus.PARTIALLY_FILLED,
                999_999_999_999_999_999L,
                999_999_999_999_999_999L,
                999_999_999_999_999_999L,
                7,
                Long.MAX_VALUE);
        final Trade trade = new Trade(
                999_999_999_999_999_999L, 999_999_999_999_999_999L, name, 1, "v", 999_999_999_999_999_999L, 18, name);
        final String text = written(
                new ExecutionReport(
                        new SessionHeader(1, 5, Bounds.MAX_SEQ_NUM - 1, 0),
                        order,
                        id,
                        Long.MAX_VALUE,
                        ExecType.TRADE,
                        OrdRejReason.OTHER,
                        trade,
                        id,
                        true,
                        Fix.NOON_NS,
                        "t".repeat(Bounds.MAX_TEXT_LENGTH)),
                WriteMode.AGAIN);
        assertTrue(text.length() < OutBuffer.MAX_WRITE / 4, "length " + text.length());
    }

    private void assertContains(final Event event, final String part) throws Exception {
        final String text = written(event, WriteMode.LIVE);
        assertTrue(text.contains(part), text);
    }

    /** Also asks an independent engine, with its own dictionary of FIX 4.4, whether the message is right. */
    private String written(final Event event, final WriteMode mode) throws Exception {
        final MutableDirectBuffer buffer = new ExpandableArrayBuffer();
        final int length = new EventWriter().write(1, Fix.NOON_NS, 2, 1, 9, event, buffer, 0);
        new EventReader().read(buffer, 0, length, 0, writer.to(out, CLIENT, mode, LATER_NS));
        final String text = drain();
        if (!text.isEmpty()) {
            DICTIONARY.validate(new Message(text.replace('|', '\u0001'), DICTIONARY, true));
        }
        return text;
    }

    private static DataDictionary dictionary() {
        try {
            return new DataDictionary("FIX44.xml");
        } catch (final ConfigError e) {
            throw new IllegalStateException(e);
        }
    }

    private String drain() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        out.flush(Channels.newChannel(bytes));
        assertTrue(out.isEmpty());
        return Fix.text(bytes.toByteArray());
    }
}
