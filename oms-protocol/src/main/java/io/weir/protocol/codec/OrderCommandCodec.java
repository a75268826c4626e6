package io.weir.protocol.codec;

import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.OrderStatusRequest;
import io.weir.protocol.sbe.NewOrderSingleDecoder;
import io.weir.protocol.sbe.NewOrderSingleEncoder;
import io.weir.protocol.sbe.OrderCancelReplaceRequestDecoder;
import io.weir.protocol.sbe.OrderCancelReplaceRequestEncoder;
import io.weir.protocol.sbe.OrderCancelRequestDecoder;
import io.weir.protocol.sbe.OrderCancelRequestEncoder;
import io.weir.protocol.sbe.OrderStatusRequestDecoder;
import io.weir.protocol.sbe.OrderStatusRequestEncoder;

/** Messages of FIX clients that are about orders. */
final class OrderCommandCodec {
    private final NewOrderSingleEncoder newOrderSingleEncoder = new NewOrderSingleEncoder();
    private final NewOrderSingleDecoder newOrderSingleDecoder = new NewOrderSingleDecoder();
    private final OrderCancelRequestEncoder orderCancelRequestEncoder = new OrderCancelRequestEncoder();
    private final OrderCancelRequestDecoder orderCancelRequestDecoder = new OrderCancelRequestDecoder();
    private final OrderCancelReplaceRequestEncoder orderCancelReplaceRequestEncoder =
            new OrderCancelReplaceRequestEncoder();
    private final OrderCancelReplaceRequestDecoder orderCancelReplaceRequestDecoder =
            new OrderCancelReplaceRequestDecoder();
    private final OrderStatusRequestEncoder orderStatusRequestEncoder = new OrderStatusRequestEncoder();
    private final OrderStatusRequestDecoder orderStatusRequestDecoder = new OrderStatusRequestDecoder();

    void encode(final MessageTarget out, final NewOrderSingle command) {
        final NewOrderSingleEncoder to =
                newOrderSingleEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        to.side((byte) command.side().code()); // Side(54)
        to.ordType((byte) command.ordType().code()); // OrdType(40)
        to.timeInForce((byte) command.timeInForce().code()); // TimeInForce(59)
        Fields.decimal(to.orderQty(), command.orderQty()); // OrderQty(38)
        Fields.decimal(to.price(), command.price()); // Price(44)
        out.limit(to.limit());
        out.id("clOrdId", command.clOrdId()); // ClOrdID(11)
        out.name("account", command.account()); // Account(1)
        out.name("symbol", command.symbol()); // Symbol(55)
        out.text("unsupported", command.unsupported());
    }

    NewOrderSingle decodeNewOrderSingle(final MessageSource in) {
        final NewOrderSingleDecoder from =
                newOrderSingleDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new NewOrderSingle(
                Fields.fixHeader(from.fix()),
                in.text(), // ClOrdID(11)
                in.name(), // Account(1)
                in.name(), // Symbol(55)
                Fields.side(from.side()), // Side(54)
                Fields.ordType(from.ordType()), // OrdType(40)
                Fields.timeInForce(from.timeInForce()), // TimeInForce(59)
                Fields.decimal(from.orderQty()), // OrderQty(38)
                Fields.decimal(from.price()), // Price(44)
                in.text());
    }

    void encode(final MessageTarget out, final OrderCancelRequest command) {
        final OrderCancelRequestEncoder to =
                orderCancelRequestEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        to.side((byte) command.side().code()); // Side(54)
        out.limit(to.limit());
        out.id("clOrdId", command.clOrdId()); // ClOrdID(11)
        out.id("origClOrdId", command.origClOrdId()); // OrigClOrdID(41)
        out.id("orderId", command.orderId()); // OrderID(37)
        out.name("symbol", command.symbol()); // Symbol(55)
    }

    OrderCancelRequest decodeOrderCancelRequest(final MessageSource in) {
        final OrderCancelRequestDecoder from =
                orderCancelRequestDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new OrderCancelRequest(
                Fields.fixHeader(from.fix()),
                in.text(), // ClOrdID(11)
                in.text(), // OrigClOrdID(41)
                in.text(), // OrderID(37)
                in.name(), // Symbol(55)
                Fields.side(from.side())); // Side(54)
    }

    void encode(final MessageTarget out, final OrderCancelReplaceRequest command) {
        final OrderCancelReplaceRequestEncoder to =
                orderCancelReplaceRequestEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        to.side((byte) command.side().code()); // Side(54)
        to.ordType((byte) command.ordType().code()); // OrdType(40)
        to.timeInForce((byte) command.timeInForce().code()); // TimeInForce(59)
        Fields.decimal(to.orderQty(), command.orderQty()); // OrderQty(38)
        Fields.decimal(to.price(), command.price()); // Price(44)
        out.limit(to.limit());
        out.id("clOrdId", command.clOrdId()); // ClOrdID(11)
        out.id("origClOrdId", command.origClOrdId()); // OrigClOrdID(41)
        out.id("orderId", command.orderId()); // OrderID(37)
        out.name("account", command.account()); // Account(1)
        out.name("symbol", command.symbol()); // Symbol(55)
        out.text("unsupported", command.unsupported());
    }

    OrderCancelReplaceRequest decodeOrderCancelReplaceRequest(final MessageSource in) {
        final OrderCancelReplaceRequestDecoder from =
                orderCancelReplaceRequestDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new OrderCancelReplaceRequest(
                Fields.fixHeader(from.fix()),
                in.text(), // ClOrdID(11)
                in.text(), // OrigClOrdID(41)
                in.text(), // OrderID(37)
                in.name(), // Account(1)
                in.name(), // Symbol(55)
                Fields.side(from.side()), // Side(54)
                Fields.ordType(from.ordType()), // OrdType(40)
                Fields.timeInForce(from.timeInForce()), // TimeInForce(59)
                Fields.decimal(from.orderQty()), // OrderQty(38)
                Fields.decimal(from.price()), // Price(44)
                in.text());
    }

    void encode(final MessageTarget out, final OrderStatusRequest command) {
        final OrderStatusRequestEncoder to =
                orderStatusRequestEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        to.side((byte) command.side().code()); // Side(54)
        out.limit(to.limit());
        out.id("clOrdId", command.clOrdId()); // ClOrdID(11)
        out.id("orderId", command.orderId()); // OrderID(37)
        out.name("symbol", command.symbol()); // Symbol(55)
        out.id("ordStatusReqId", command.ordStatusReqId()); // OrdStatusReqID(790)
    }

    OrderStatusRequest decodeOrderStatusRequest(final MessageSource in) {
        final OrderStatusRequestDecoder from =
                orderStatusRequestDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new OrderStatusRequest(
                Fields.fixHeader(from.fix()),
                in.text(), // ClOrdID(11)
                in.text(), // OrderID(37)
                in.name(), // Symbol(55)
                Fields.side(from.side()), // Side(54)
                in.text()); // OrdStatusReqID(790)
    }
}
