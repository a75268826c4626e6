package io.weir.core.order;

import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.Alert;
import io.weir.protocol.event.BalanceChanged;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.OrderRouted;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.event.RouteChoice;
import io.weir.protocol.event.VenueCancelRequested;
import io.weir.protocol.event.VenueOrderOpen;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.protocol.event.VenueStandingTold;
import io.weir.protocol.event.VenueStateChanged;
import io.weir.protocol.fix.OrdRejReason;

/** One line a trader can read for each event, so that a story can compare the whole list. */
final class Told {
    private Told() {}

    static String text(final Event event) {
        if (event instanceof ExecutionReport) {
            return text((ExecutionReport) event);
        }
        if (event instanceof OrderCancelReject) {
            final OrderCancelReject reject = (OrderCancelReject) event;
            return "CancelReject " + reject.clOrdId() + '/' + reject.origClOrdId() + " order " + reject.orderId() + ' '
                    + reject.ordStatus() + ' ' + reject.cxlRejResponseTo() + ' ' + reject.cxlRejReason();
        }
        if (event instanceof OrderRouted) {
            return text((OrderRouted) event);
        }
        if (event instanceof VenueOrderRequested) {
            final VenueOrderRequested asked = (VenueOrderRequested) event;
            return "ask " + asked.childOrderId() + " at " + asked.venueId() + ' ' + asked.side() + ' '
                    + Decimals.toText(asked.orderQty(), asked.qtyScale()) + px(asked.price()) + ' '
                    + asked.timeInForce() + (asked.again() ? " again" : "");
        }
        return rest(event);
    }

    private static String rest(final Event event) {
        if (event instanceof VenueCancelRequested) {
            final VenueCancelRequested asked = (VenueCancelRequested) event;
            return "cancel " + asked.childOrderId() + " at " + asked.venueId() + " attempt " + asked.attempt();
        }
        if (event instanceof VenueReplaceRequested) {
            final VenueReplaceRequested asked = (VenueReplaceRequested) event;
            return "replace " + asked.childOrderId() + " at " + asked.venueId() + " revision " + asked.revision() + ": "
                    + Decimals.toText(asked.orderQty(), asked.qtyScale()) + px(asked.price())
                    + (asked.again() ? " again" : "");
        }
        if (event instanceof VenueOrderOpen) {
            final VenueOrderOpen open = (VenueOrderOpen) event;
            return "open " + open.childOrderId() + " at " + open.venueId() + " cum "
                    + Decimals.toText(open.cumQty(), open.qtyScale());
        }
        if (event instanceof VenueStandingTold) {
            final VenueStandingTold told = (VenueStandingTold) event;
            return "standing of " + told.venueId() + " told, epoch " + told.epoch();
        }
        if (event instanceof VenueStateChanged) {
            final VenueStateChanged changed = (VenueStateChanged) event;
            return changed.venue() + " is " + changed.state();
        }
        if (event instanceof BalanceChanged) {
            final BalanceChanged balance = (BalanceChanged) event;
            return balance.account() + ' ' + balance.venue() + ' ' + balance.asset() + ' '
                    + Decimals.toText(balance.total(), balance.scale()) + " reserved "
                    + Decimals.toText(balance.reserved(), balance.scale());
        }
        if (event instanceof Alert) {
            return "ALERT " + ((Alert) event).subject() + ": " + ((Alert) event).text();
        }
        if (event instanceof CommandRefused) {
            return "refused: " + ((CommandRefused) event).text();
        }
        return event.toString();
    }

    private static String text(final ExecutionReport report) {
        final OrderState order = report.order();
        final StringBuilder text = new StringBuilder();
        text.append(report.execType()).append(' ').append(order.clOrdId());
        if (!report.origClOrdId().isEmpty()) {
            text.append('/').append(report.origClOrdId());
        }
        text.append(" order ").append(order.orderId()).append(' ').append(order.ordStatus());
        if (report.trade().isPresent()) {
            text.append(" last ").append(Decimals.toText(report.trade().lastQty(), order.qtyScale()));
            text.append('@').append(Decimals.toText(report.trade().lastPx(), order.priceScale()));
        }
        text.append(" qty ").append(Decimals.toText(order.orderQty(), order.qtyScale()));
        text.append(" leaves ").append(Decimals.toText(order.leavesQty(), order.qtyScale()));
        text.append(" cum ").append(Decimals.toText(order.cumQty(), order.qtyScale()));
        if (report.ordRejReason() != OrdRejReason.NONE) {
            text.append(' ').append(report.ordRejReason());
        }
        return text.toString();
    }

    private static String text(final OrderRouted routed) {
        final StringBuilder text = new StringBuilder("routed order " + routed.orderId() + " round " + routed.round());
        for (final RouteChoice choice : routed.choices()) {
            text.append(", ").append(choice.venue()).append(' ').append(choice.qty());
        }
        return text.toString();
    }

    private static String px(final long price) {
        return price == OrderState.NO_PRICE ? " market" : "@" + Decimals.toText(price, 2);
    }
}
