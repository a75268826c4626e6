package io.weir.simulator.client;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.OrdType;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;
import quickfix.field.TransactTime;
import quickfix.fix44.NewOrderSingle;
import quickfix.fix44.OrderCancelReplaceRequest;
import quickfix.fix44.OrderCancelRequest;
import quickfix.fix44.OrderStatusRequest;

/** Makes the messages that a client sends. Prices and quantities are plain decimal texts. */
public final class Orders {
    private Orders() {}

    /** {@return a limit order, Day} */
    public static Message limit(
            final String clOrdId, final char side, final String symbol, final String qty, final String price) {
        return limit(clOrdId, side, symbol, qty, price, TimeInForce.DAY);
    }

    /** {@return a limit order with a TimeInForce(59) of its own} */
    public static Message limit(
            final String clOrdId,
            final char side,
            final String symbol,
            final String qty,
            final String price,
            final char timeInForce) {
        final Message order = order(clOrdId, side, symbol, qty, OrdType.LIMIT, timeInForce);
        order.setString(Price.FIELD, price);
        return order;
    }

    /** {@return a market order, immediate or cancel} */
    public static Message market(final String clOrdId, final char side, final String symbol, final String qty) {
        return order(clOrdId, side, symbol, qty, OrdType.MARKET, TimeInForce.IMMEDIATE_OR_CANCEL);
    }

    private static Message order(
            final String clOrdId,
            final char side,
            final String symbol,
            final String qty,
            final char ordType,
            final char timeInForce) {
        final NewOrderSingle order =
                new NewOrderSingle(new ClOrdID(clOrdId), new Side(side), now(), new OrdType(ordType));
        order.set(new Symbol(symbol));
        order.setString(OrderQty.FIELD, qty);
        order.set(new TimeInForce(timeInForce));
        return order;
    }

    /** {@return a request to cancel} */
    public static Message cancel(
            final String clOrdId, final String origClOrdId, final char side, final String symbol, final String qty) {
        final OrderCancelRequest request =
                new OrderCancelRequest(new OrigClOrdID(origClOrdId), new ClOrdID(clOrdId), new Side(side), now());
        request.set(new Symbol(symbol));
        request.setString(OrderQty.FIELD, qty);
        return request;
    }

    /** {@return a request to replace quantity and price of a limit order} */
    public static Message replace(
            final String clOrdId,
            final String origClOrdId,
            final char side,
            final String symbol,
            final String qty,
            final String price) {
        final OrderCancelReplaceRequest request = new OrderCancelReplaceRequest(
                new OrigClOrdID(origClOrdId), new ClOrdID(clOrdId), new Side(side), now(), new OrdType(OrdType.LIMIT));
        request.set(new Symbol(symbol));
        request.setString(OrderQty.FIELD, qty);
        request.setString(Price.FIELD, price);
        return request;
    }

    /** {@return a request for the status of an order} */
    public static Message status(final String clOrdId, final char side, final String symbol) {
        final OrderStatusRequest request = new OrderStatusRequest(new ClOrdID(clOrdId), new Side(side));
        request.set(new Symbol(symbol));
        return request;
    }

    /**
     * Reads a decimal field exactly.
     *
     * @param message that may have it.
     * @param tag     of the field.
     * @return its value, zero if it is absent.
     */
    public static BigDecimal decimal(final Message message, final int tag) {
        return message.isSetField(tag) ? new BigDecimal(text(message, tag)) : BigDecimal.ZERO;
    }

    /** {@return a field's text, "" if it is absent} */
    public static String text(final Message message, final int tag) {
        return message.isSetField(tag) ? unchecked(message, tag) : "";
    }

    private static String unchecked(final Message message, final int tag) {
        try {
            return message.getString(tag);
        } catch (final quickfix.FieldNotFound e) {
            throw new IllegalStateException("tag " + tag + " was there a moment ago", e);
        }
    }

    private static TransactTime now() {
        return new TransactTime(LocalDateTime.now(ZoneOffset.UTC));
    }
}
