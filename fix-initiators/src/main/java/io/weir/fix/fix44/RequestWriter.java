package io.weir.fix.fix44;

import io.weir.fix.FixVenueConfig;
import io.weir.venue.VenueSymbols;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueQuery;
import io.weir.venue.request.VenueReplace;
import java.util.Collection;
import quickfix.Message;
import quickfix.field.MsgType;
import quickfix.fix44.MarketDataRequest;
import quickfix.fix44.OrderMassStatusRequest;
import quickfix.fix44.OrderStatusRequest;
import quickfix.fix44.TradeCaptureReportRequest;

/** Our requests as FIX 4.4 messages. Numbers go out digit by digit, never through a binary float. */
final class RequestWriter {
    private static final String AUTOMATED_NO_INTERVENTION = "1";
    private static final String MATCHED_TRADES_OF_CRITERIA = "1";
    private static final String ALL_ORDERS = "7";

    private final FixVenueConfig config;
    private final VenueSymbols symbols;
    private final UtcTimes times = new UtcTimes();

    RequestWriter(final FixVenueConfig config, final VenueSymbols symbols) {
        this.config = config;
        this.symbols = symbols;
    }

    private String symbol(final String ours) {
        final String theirs = symbols.theirs(ours);
        if (theirs == null) {
            throw new IllegalStateException(ours + " is routed to a venue that is not configured to trade it");
        }
        return theirs;
    }

    Message order(final VenueOrder order) {
        final Message fix = new FlatMessage(MsgType.ORDER_SINGLE);
        fix.setString(Tags.CL_ORD_ID, order.venueClOrdId());
        putAccount(fix);
        fix.setString(Tags.HANDL_INST, AUTOMATED_NO_INTERVENTION);
        fix.setString(Tags.SYMBOL, symbol(order.symbol()));
        fix.setChar(Tags.SIDE, order.side().code());
        putTime(fix);
        fix.setString(Tags.ORDER_QTY, order.orderQty().toString());
        fix.setChar(Tags.ORD_TYPE, order.ordType().code());
        if (order.price().isPresent()) {
            fix.setString(Tags.PRICE, order.price().toString());
        }
        fix.setChar(Tags.TIME_IN_FORCE, order.timeInForce().code());
        return fix;
    }

    Message cancel(final VenueCancel cancel) {
        final Message fix = new FlatMessage(MsgType.ORDER_CANCEL_REQUEST);
        fix.setString(Tags.CL_ORD_ID, cancel.cancelClOrdId());
        fix.setString(Tags.ORIG_CL_ORD_ID, cancel.venueClOrdId());
        putOrderId(fix, cancel.venueOrderId());
        putAccount(fix);
        fix.setString(Tags.SYMBOL, symbol(cancel.symbol()));
        fix.setChar(Tags.SIDE, cancel.side().code());
        fix.setString(Tags.ORDER_QTY, cancel.orderQty().toString());
        putTime(fix);
        return fix;
    }

    Message replace(final VenueReplace replace) {
        final Message fix = new FlatMessage(MsgType.ORDER_CANCEL_REPLACE_REQUEST);
        fix.setString(Tags.CL_ORD_ID, replace.venueClOrdId());
        fix.setString(Tags.ORIG_CL_ORD_ID, replace.origVenueClOrdId());
        putOrderId(fix, replace.venueOrderId());
        putAccount(fix);
        fix.setString(Tags.HANDL_INST, AUTOMATED_NO_INTERVENTION);
        fix.setString(Tags.SYMBOL, symbol(replace.symbol()));
        fix.setChar(Tags.SIDE, replace.side().code());
        putTime(fix);
        fix.setString(Tags.ORDER_QTY, replace.orderQty().toString());
        fix.setChar(Tags.ORD_TYPE, replace.ordType().code());
        if (replace.price().isPresent()) {
            fix.setString(Tags.PRICE, replace.price().toString());
        }
        fix.setChar(Tags.TIME_IN_FORCE, replace.timeInForce().code());
        return fix;
    }

    Message status(final VenueQuery query, final String ordStatusReqId) {
        final Message fix = new OrderStatusRequest();
        fix.setString(Tags.ORD_STATUS_REQ_ID, ordStatusReqId);
        fix.setString(Tags.CL_ORD_ID, query.venueClOrdId());
        putAccount(fix);
        fix.setString(Tags.SYMBOL, symbol(query.symbol()));
        fix.setChar(Tags.SIDE, query.side().code());
        return fix;
    }

    Message massStatus(final String massStatusReqId) {
        final Message fix = new OrderMassStatusRequest();
        fix.setString(Tags.MASS_STATUS_REQ_ID, massStatusReqId);
        fix.setString(Tags.MASS_STATUS_REQ_TYPE, ALL_ORDERS);
        putAccount(fix);
        return fix;
    }

    Message trades(final VenueQuery query, final String venueOrderId, final String tradeRequestId) {
        final Message fix = new TradeCaptureReportRequest();
        fix.setString(Tags.TRADE_REQUEST_ID, tradeRequestId);
        fix.setString(Tags.TRADE_REQUEST_TYPE, MATCHED_TRADES_OF_CRITERIA);
        fix.setString(Tags.SUBSCRIPTION_REQUEST_TYPE, "0");
        fix.setString(Tags.CL_ORD_ID, query.venueClOrdId());
        putOrderId(fix, venueOrderId);
        fix.setString(Tags.SYMBOL, symbol(query.symbol()));
        return fix;
    }

    Message marketData(final Collection<String> ourSymbols, final String mdReqId) {
        final Message fix = new MarketDataRequest();
        fix.setString(Tags.MD_REQ_ID, mdReqId);
        fix.setString(Tags.SUBSCRIPTION_REQUEST_TYPE, "1");
        fix.setInt(Tags.MARKET_DEPTH, config.depth());
        fix.setString(Tags.MD_UPDATE_TYPE, "1");
        for (final char type : new char[] {'0', '1'}) {
            final MarketDataRequest.NoMDEntryTypes entryType = new MarketDataRequest.NoMDEntryTypes();
            entryType.setChar(Tags.MD_ENTRY_TYPE, type);
            fix.addGroup(entryType);
        }
        for (final String ours : ourSymbols) {
            final MarketDataRequest.NoRelatedSym related = new MarketDataRequest.NoRelatedSym();
            related.setString(Tags.SYMBOL, symbol(ours));
            fix.addGroup(related);
        }
        return fix;
    }

    Message marketDataEnd(final String mdReqId) {
        final Message fix = new MarketDataRequest();
        fix.setString(Tags.MD_REQ_ID, mdReqId);
        fix.setString(Tags.SUBSCRIPTION_REQUEST_TYPE, "2");
        fix.setInt(Tags.MARKET_DEPTH, config.depth());
        return fix;
    }

    private void putAccount(final Message fix) {
        if (!config.account().isEmpty()) {
            fix.setString(Tags.ACCOUNT, config.account());
        }
    }

    private static void putOrderId(final Message fix, final String venueOrderId) {
        if (!venueOrderId.isEmpty()) {
            fix.setString(Tags.ORDER_ID, venueOrderId);
        }
    }

    private void putTime(final Message fix) {
        fix.setString(Tags.TRANSACT_TIME, times.text(System.currentTimeMillis()));
    }
}
