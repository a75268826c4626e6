package io.weir.protocol.codec;

import io.weir.protocol.Bounds;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.OrderRouted;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.event.RouteChoice;
import io.weir.protocol.event.Trade;
import io.weir.protocol.fix.CxlRejReason;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.sbe.ExecutionReportDecoder;
import io.weir.protocol.sbe.ExecutionReportEncoder;
import io.weir.protocol.sbe.OrderCancelRejectDecoder;
import io.weir.protocol.sbe.OrderCancelRejectEncoder;
import io.weir.protocol.sbe.OrderRoutedDecoder;
import io.weir.protocol.sbe.OrderRoutedEncoder;
import java.util.List;

/** What clients are told of their orders, and why the router chose as it did. */
final class ReportEventCodec {
    private final ExecutionReportEncoder executionReportEncoder = new ExecutionReportEncoder();
    private final ExecutionReportDecoder executionReportDecoder = new ExecutionReportDecoder();
    private final OrderCancelRejectEncoder orderCancelRejectEncoder = new OrderCancelRejectEncoder();
    private final OrderCancelRejectDecoder orderCancelRejectDecoder = new OrderCancelRejectDecoder();
    private final OrderRoutedEncoder orderRoutedEncoder = new OrderRoutedEncoder();
    private final OrderRoutedDecoder orderRoutedDecoder = new OrderRoutedDecoder();

    void encode(final MessageTarget out, final ExecutionReport event) {
        final ExecutionReportEncoder to =
                executionReportEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.sessionHeader(to.session(), event.session());
        encodeOrderState(to, event.order());
        to.execId(event.execId()); // ExecID(17)
        to.execType((byte) event.execType().code()); // ExecType(150)
        to.ordRejReason((short) event.ordRejReason().code()); // OrdRejReason(103)
        encodeTrade(to, event.trade());
        to.possResend(Fields.flag(event.possResend())); // PossResend(97)
        to.transactTimeNs(event.transactTimeNs()); // TransactTime(60)
        out.limit(to.limit());
        out.id("clOrdId", event.order().clOrdId()); // ClOrdID(11)
        out.name("account", event.order().account()); // Account(1)
        out.name("symbol", event.order().symbol()); // Symbol(55)
        out.id("origClOrdId", event.origClOrdId()); // OrigClOrdID(41)
        out.name("lastMkt", event.trade().lastMkt()); // LastMkt(30)
        out.id("venueExecId", event.trade().venueExecId());
        out.name("commCurrency", event.trade().commCurrency()); // CommCurrency(479)
        out.id("ordStatusReqId", event.ordStatusReqId()); // OrdStatusReqID(790)
        out.text("text", event.text()); // Text(58)
    }

    ExecutionReport decodeExecutionReport(final MessageSource in) {
        final ExecutionReportDecoder from =
                executionReportDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new ExecutionReport(
                Fields.sessionHeader(from.session()),
                decodeOrderState(in, from),
                in.text(), // OrigClOrdID(41)
                from.execId(), // ExecID(17)
                Fields.execType(from.execType()), // ExecType(150)
                OrdRejReason.of(from.ordRejReason()), // OrdRejReason(103)
                decodeTrade(in, from),
                in.text(), // OrdStatusReqID(790)
                Fields.flag(from.possResend()), // PossResend(97)
                from.transactTimeNs(), // TransactTime(60)
                in.text()); // Text(58)
    }

    private static void encodeOrderState(final ExecutionReportEncoder to, final OrderState orderState) {
        to.orderId(orderState.orderId()); // OrderID(37)
        to.priceScale(orderState.priceScale());
        to.qtyScale(orderState.qtyScale());
        to.side((byte) orderState.side().code()); // Side(54)
        to.ordType((byte) orderState.ordType().code()); // OrdType(40)
        to.timeInForce((byte) orderState.timeInForce().code()); // TimeInForce(59)
        to.ordStatus((byte) orderState.ordStatus().code()); // OrdStatus(39)
        to.orderQty(orderState.orderQty()); // OrderQty(38)
        to.price(orderState.price()); // Price(44)
        to.leavesQty(orderState.leavesQty()); // LeavesQty(151)
        to.cumQty(orderState.cumQty()); // CumQty(14)
        to.cumNotional(orderState.cumNotional()); // for AvgPx(6)
    }

    private static OrderState decodeOrderState(final MessageSource in, final ExecutionReportDecoder from) {
        return new OrderState(
                from.orderId(), // OrderID(37)
                in.text(), // ClOrdID(11)
                in.name(), // Account(1)
                in.name(), // Symbol(55)
                from.priceScale(),
                from.qtyScale(),
                Fields.side(from.side()), // Side(54)
                Fields.ordType(from.ordType()), // OrdType(40)
                Fields.timeInForce(from.timeInForce()), // TimeInForce(59)
                Fields.ordStatus(from.ordStatus()), // OrdStatus(39)
                from.orderQty(), // OrderQty(38)
                from.price(), // Price(44)
                from.leavesQty(), // LeavesQty(151)
                from.cumQty(), // CumQty(14)
                from.cumNotional()); // for AvgPx(6)
    }

    private static void encodeTrade(final ExecutionReportEncoder to, final Trade trade) {
        to.lastQty(trade.lastQty()); // LastQty(32)
        to.lastPx(trade.lastPx()); // LastPx(31)
        to.childOrderId(trade.childOrderId());
        to.commission(trade.commission()); // Commission(12)
        to.commissionScale(trade.commissionScale());
    }

    private static Trade decodeTrade(final MessageSource in, final ExecutionReportDecoder from) {
        return new Trade(
                from.lastQty(), // LastQty(32)
                from.lastPx(), // LastPx(31)
                in.name(), // LastMkt(30)
                from.childOrderId(),
                in.text(),
                from.commission(), // Commission(12)
                from.commissionScale(),
                in.name()); // CommCurrency(479)
    }

    void encode(final MessageTarget out, final OrderCancelReject event) {
        final OrderCancelRejectEncoder to =
                orderCancelRejectEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.sessionHeader(to.session(), event.session());
        to.orderId(event.orderId()); // OrderID(37)
        to.ordStatus((byte) event.ordStatus().code()); // OrdStatus(39)
        to.cxlRejResponseTo((byte) event.cxlRejResponseTo().code()); // CxlRejResponseTo(434)
        to.cxlRejReason((short) event.cxlRejReason().code()); // CxlRejReason(102)
        to.possResend(Fields.flag(event.possResend())); // PossResend(97)
        to.transactTimeNs(event.transactTimeNs()); // TransactTime(60)
        out.limit(to.limit());
        out.id("clOrdId", event.clOrdId()); // ClOrdID(11)
        out.id("origClOrdId", event.origClOrdId()); // OrigClOrdID(41)
        out.text("text", event.text()); // Text(58)
    }

    OrderCancelReject decodeOrderCancelReject(final MessageSource in) {
        final OrderCancelRejectDecoder from =
                orderCancelRejectDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new OrderCancelReject(
                Fields.sessionHeader(from.session()),
                from.orderId(), // OrderID(37)
                in.text(), // ClOrdID(11)
                in.text(), // OrigClOrdID(41)
                Fields.ordStatus(from.ordStatus()), // OrdStatus(39)
                Fields.cxlRejResponseTo(from.cxlRejResponseTo()), // CxlRejResponseTo(434)
                CxlRejReason.of(from.cxlRejReason()), // CxlRejReason(102)
                Fields.flag(from.possResend()), // PossResend(97)
                from.transactTimeNs(), // TransactTime(60)
                in.text()); // Text(58)
    }

    void encode(final MessageTarget out, final OrderRouted event) {
        final OrderRoutedEncoder to =
                orderRoutedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.orderId(event.orderId()); // OrderID(37)
        to.round(event.round());
        out.limit(to.limit());
        encodeChoices(out, to, event.choices());
    }

    OrderRouted decodeOrderRouted(final MessageSource in) {
        final OrderRoutedDecoder from = orderRoutedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        final List<RouteChoice> choices = decodeChoices(in, from);
        return new OrderRouted(
                from.orderId(), // OrderID(37)
                from.round(),
                choices);
    }

    private static void encodeChoices(
            final MessageTarget out, final OrderRoutedEncoder to, final List<RouteChoice> choices) {
        final OrderRoutedEncoder.ChoicesEncoder group =
                to.choicesCount(Fields.count("choices", choices.size(), Bounds.MAX_VENUES));
        for (int i = 0; i < choices.size(); i++) {
            group.next();
            final RouteChoice choice = choices.get(i);
            group.qty(choice.qty());
            group.score(choice.score());
            group.childOrderId(choice.childOrderId());
            out.limit(to.limit());
            out.name("venue", choice.venue());
            out.why("why", choice.why());
            to.limit(out.limit());
        }
        out.limit(to.limit());
    }

    private static List<RouteChoice> decodeChoices(final MessageSource in, final OrderRoutedDecoder from) {
        final OrderRoutedDecoder.ChoicesDecoder group = from.choices();
        final RouteChoice[] choices = new RouteChoice[group.count()];
        for (int i = 0; i < choices.length; i++) {
            group.next();
            in.limit(from.limit());
            choices[i] = new RouteChoice(in.name(), group.qty(), group.score(), group.childOrderId(), in.text());
            from.limit(in.limit());
        }
        in.limit(from.limit());
        return List.of(choices);
    }
}
