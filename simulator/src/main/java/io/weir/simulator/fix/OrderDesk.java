package io.weir.simulator.fix;

import io.weir.simulator.floor.TradingFloor;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Decimals;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.NewOrder;
import io.weir.simulator.matching.OrdType;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.RejectReason;
import io.weir.simulator.matching.Side;
import io.weir.simulator.matching.TimeInForce;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.MsgType;
import quickfix.fix44.OrderCancelReject;

/**
 * NewOrderSingle(D), OrderCancelRequest(F) and OrderCancelReplaceRequest(G) to the exchange; refusals go to the outbox. A client id
 * that this venue knows is never taken twice. Called under the venue's lock.
 */
final class OrderDesk {
    private static final int MAX_CLORDID_LENGTH = 64;
    private static final char RESPONSE_TO_CANCEL = '1';
    private static final char RESPONSE_TO_REPLACE = '2';
    private static final String NONE = "NONE";

    private final TradingFloor floor;
    private final Outbox outbox;
    private final ReportWriter writer;

    OrderDesk(final TradingFloor floor, final Outbox outbox, final ReportWriter writer) {
        this.floor = floor;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** The order as it stands now: taken, refused, or null if the message could not become one. */
    Order place(final Customer customer, final Message fix, final long nowMs) throws FieldNotFound {
        final String clOrdId = fix.getString(11);
        final OrderBook book = exchange().book(fix.getString(55));
        if (book == null) {
            reject(
                    customer,
                    fix,
                    FixCodes.ORD_REJ_UNKNOWN_SYMBOL,
                    "Symbol(55) " + fix.getString(55) + " is unknown",
                    nowMs);
            return null;
        }
        if (clOrdId.length() > MAX_CLORDID_LENGTH) {
            reject(customer, fix, FixCodes.ORD_REJ_OTHER, tooLong("ClOrdID(11)", clOrdId), nowMs);
            return null;
        }
        final Side side = FixCodes.side(fix.getChar(54));
        final OrdType ordType = FixCodes.ordType(fix.getChar(40));
        final TimeInForce timeInForce = FixCodes.timeInForce(fix.isSetField(59) ? fix.getChar(59) : '0');
        if (side == null || ordType == null || timeInForce == null) {
            reject(
                    customer,
                    fix,
                    FixCodes.ORD_REJ_UNSUPPORTED,
                    "Side(54) must be 1 or 2, OrdType(40) 1 or 2, TimeInForce(59) 0, 1, 3 or 4",
                    nowMs);
            return null;
        }
        final boolean market = ordType == OrdType.MARKET;
        final Instrument i = book.instrument();
        final long qty = number(fix, 38, i.qtyScale());
        final long price = market ? 0 : number(fix, 44, i.priceScale());
        final String badNumber = badNumber(fix, i, qty, price);
        if (badNumber != null) {
            reject(customer, fix, FixCodes.ORD_REJ_INCORRECT_QUANTITY, badNumber, nowMs);
            return null;
        }
        if (floor.isFull()) {
            reject(customer, fix, FixCodes.ORD_REJ_EXCEEDS_LIMIT, "the venue's ledger is full; no new orders", nowMs);
            return null;
        }
        final NewOrder request = new NewOrder(
                i.symbol(),
                clOrdId,
                side,
                ordType,
                market && timeInForce.rests() ? TimeInForce.IOC : timeInForce,
                price,
                qty);
        final Order order = exchange().place(customer.account(), request, true, nowMs);
        if (order.rejectReason() != null) {
            final String text = RejectTexts.of(order.rejectReason(), i, clOrdId, price, qty);
            reject(customer, fix, FixCodes.ordRejReason(order.rejectReason()), text, nowMs);
        }
        return order;
    }

    /** The order that was canceled, or null. */
    Order cancel(final Customer customer, final Message fix, final long nowMs) throws FieldNotFound {
        final Order order = find(customer.account(), fix);
        final String clOrdId = fix.getString(11);
        RejectReason reason = order == null ? RejectReason.UNKNOWN_ORDER : null;
        if (reason == null && customer.account().findByClOrdId(clOrdId) != null) {
            reason = RejectReason.DUPLICATE_CLORDID;
        }
        if (reason == null && clOrdId.length() <= MAX_CLORDID_LENGTH) {
            reason = exchange().cancel(order, clOrdId, nowMs);
        }
        if (clOrdId.length() > MAX_CLORDID_LENGTH) {
            rejectCancel(
                    customer, fix, order, RESPONSE_TO_CANCEL, FixCodes.CXL_REJ_OTHER, tooLong("ClOrdID(11)", clOrdId));
        } else if (reason != null) {
            rejectCancel(
                    customer,
                    fix,
                    order,
                    RESPONSE_TO_CANCEL,
                    FixCodes.cxlRejReason(reason),
                    text(reason, order, clOrdId));
        }
        return reason == null ? order : null;
    }

    /** The order that was replaced, or null. */
    Order replace(final Customer customer, final Message fix, final long nowMs) throws FieldNotFound {
        final Order order = find(customer.account(), fix);
        final String clOrdId = fix.getString(11);
        if (order == null) {
            rejectCancel(customer, fix, null, RESPONSE_TO_REPLACE, FixCodes.CXL_REJ_UNKNOWN_ORDER, "unknown order");
            return null;
        }
        final Instrument i = order.instrument();
        final long qty = number(fix, 38, i.qtyScale());
        final long price = fix.isSetField(44) ? number(fix, 44, i.priceScale()) : order.price();
        String fault =
                clOrdId.length() > MAX_CLORDID_LENGTH ? tooLong("ClOrdID(11)", clOrdId) : badNumber(fix, i, qty, price);
        int code = FixCodes.CXL_REJ_OTHER;
        if (fault == null && FixCodes.side(fix.getChar(54)) != order.side()) {
            fault = "Side(54) cannot be changed";
        }
        if (fault == null) {
            final RejectReason reason = exchange().replace(order, clOrdId, price, qty, nowMs);
            if (reason == null) {
                return order;
            }
            code = FixCodes.cxlRejReason(reason);
            fault = RejectTexts.of(reason, i, clOrdId, price, qty);
        }
        rejectCancel(customer, fix, order, RESPONSE_TO_REPLACE, code, fault);
        return null;
    }

    private Exchange exchange() {
        return floor.exchange();
    }

    private static Order find(final Account account, final Message fix) throws FieldNotFound {
        final Order order = account.findByClOrdId(fix.getString(41));
        return order != null && order.instrument().symbol().equals(fix.getString(55)) ? order : null;
    }

    private static long number(final Message fix, final int tag, final int scale) throws FieldNotFound {
        return Decimals.parse(fix.getString(tag), scale);
    }

    private static String badNumber(final Message fix, final Instrument i, final long qty, final long price)
            throws FieldNotFound {
        if (!Decimals.isNumber(qty)) {
            return "OrderQty(38) " + fix.getString(38) + " is not a number of at most " + i.qtyScale() + " decimals";
        }
        if (!Decimals.isNumber(price)) {
            return "Price(44) " + fix.getString(44) + " is not a number of at most " + i.priceScale() + " decimals";
        }
        return null;
    }

    private static String text(final RejectReason reason, final Order order, final String clOrdId) {
        return order == null
                ? "unknown order"
                : RejectTexts.of(reason, order.instrument(), clOrdId, order.price(), order.orderQty());
    }

    private static String tooLong(final String field, final String value) {
        return field + " has " + value.length() + " characters, at most " + MAX_CLORDID_LENGTH + " are taken";
    }

    private void reject(
            final Customer customer, final Message fix, final int ordRejReason, final String text, final long nowMs)
            throws FieldNotFound {
        final Message report = new FlatMessage(MsgType.EXECUTION_REPORT);
        report.setString(37, NONE);
        report.setString(11, fix.getString(11));
        report.setString(17, writer.nextExecId());
        report.setChar(150, '8');
        report.setChar(39, '8');
        report.setString(1, customer.account().name());
        report.setString(55, fix.getString(55));
        report.setChar(54, fix.getChar(54));
        report.setString(38, fix.getString(38));
        report.setChar(40, fix.getChar(40));
        report.setInt(103, ordRejReason);
        report.setString(151, "0");
        report.setString(14, "0");
        report.setString(6, "0");
        report.setString(60, writer.time().timestamp(nowMs));
        report.setString(58, text);
        outbox.put(customer, report);
    }

    private void rejectCancel(
            final Customer customer,
            final Message fix,
            final Order order,
            final char responseTo,
            final int cxlRejReason,
            final String text)
            throws FieldNotFound {
        final OrderCancelReject reject = new OrderCancelReject();
        reject.setString(37, order == null ? NONE : Long.toString(order.orderId()));
        reject.setString(11, fix.getString(11));
        reject.setString(41, fix.getString(41));
        reject.setChar(39, order == null ? '8' : FixCodes.code(order.ordStatus(), order.timeInForce()));
        reject.setChar(434, responseTo);
        reject.setInt(102, cxlRejReason);
        reject.setString(58, text);
        outbox.put(customer, reject);
    }
}
