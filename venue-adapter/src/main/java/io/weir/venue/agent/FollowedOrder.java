package io.weir.venue.agent;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.event.VenueOrderOpen;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueQuery;
import io.weir.venue.request.VenueReplace;
import java.util.ArrayList;
import java.util.List;

/** What the agent knows of one order at the venue: facts, and the requests that can be made from them. */
final class FollowedOrder {
    private static final Decimal NO_QTY_KNOWN = Decimal.ZERO;

    final long childOrderId;
    final String symbol;
    final Side side;
    final OrdType ordType;
    final TimeInForce timeInForce;
    final int qtyScale;

    /** The ClOrdID that the venue knows it by now. */
    String venueClOrdId;

    /** ClOrdIDs that the venue knew it by before, or null. */
    List<String> formerIds;

    /** The venue's own id, "" while not known. */
    String venueOrderId;

    long orderQty;
    int priceScale;
    long price;

    /** What the venue has said to be traded in all, as far as the fills of it were said too; at qtyScale. */
    long cumQty;

    /** The most that the venue has ever said to be traded; above cumQty while fills are missing. */
    long seenCumQty;

    SendState state;

    /** When it left, by the agent's clock. */
    long sentNs;

    boolean intentWritten;

    /** The replace that is not answered yet, or null. */
    VenueReplaceRequested replace;

    SendState replaceState;
    long replaceSentNs;
    boolean replaceIntentWritten;

    boolean cancelWanted;

    /** When the last cancel left that has no answer; only while cancelAsked. */
    boolean cancelAsked;

    int cancelTries;

    /** The venue has closed it and the core knows, but fills are missing. */
    boolean closed;

    /** The questions about the order that run, or null. */
    Inquiry inquiry;

    /** The questions about the replace that run, or null. */
    Inquiry replaceInquiry;

    /** Number of the reconciliation that last heard of it. */
    int heardIn;

    boolean inSends;
    boolean inCancels;

    FollowedOrder(final VenueOrderRequested event) {
        childOrderId = event.childOrderId();
        symbol = event.symbol();
        side = event.side();
        ordType = event.ordType();
        timeInForce = event.timeInForce();
        qtyScale = event.qtyScale();
        venueClOrdId = event.venueClOrdId();
        venueOrderId = "";
        orderQty = event.orderQty();
        priceScale = event.priceScale();
        price = event.price();
        state = SendState.WAITING;
    }

    FollowedOrder(final VenueOrderOpen event) {
        childOrderId = event.childOrderId();
        symbol = event.symbol();
        side = event.side();
        ordType = event.ordType();
        timeInForce = event.timeInForce();
        qtyScale = event.qtyScale();
        venueClOrdId = event.venueClOrdId();
        venueOrderId = event.venueOrderId();
        orderQty = event.orderQty();
        priceScale = event.priceScale();
        price = event.price();
        cumQty = event.cumQty();
        state = SendState.ANSWERED;
    }

    /** {@return whether the order itself has to be sent} */
    boolean orderDue() {
        return state == SendState.WAITING && !cancelWanted;
    }

    /** {@return whether a replace has to be sent: never before its order is answered} */
    boolean replaceDue() {
        return replace != null
                && replaceState == SendState.WAITING
                && state == SendState.ANSWERED
                && !cancelWanted
                && !closed;
    }

    /** {@return whether a cancel has to be sent: never while its order is still on its way} */
    boolean cancelDue() {
        return cancelWanted && !cancelAsked && (state == SendState.ANSWERED || state == SendState.IN_DOUBT) && !closed;
    }

    /** The venue has taken the replace: its terms and its id are the order's from now on. */
    void applyReplace() {
        noteFormerId(venueClOrdId);
        venueClOrdId = replace.venueClOrdId();
        orderQty = replace.orderQty();
        price = replace.price();
        priceScale = replace.priceScale();
        replace = null;
        replaceInquiry = null;
    }

    /** The venue has not taken the replace; its id stays known for whatever the venue still says of it. */
    void dropReplace() {
        noteFormerId(replace.venueClOrdId());
        replace = null;
        replaceInquiry = null;
    }

    private void noteFormerId(final String id) {
        if (formerIds == null) {
            formerIds = new ArrayList<>(1);
        }
        formerIds.add(id);
    }

    /** {@return whether it may be at the venue} */
    boolean mayBeOpen() {
        return state != SendState.WAITING;
    }

    /** {@return whether it has left, and neither an answer nor a doubt has come up} */
    boolean isUnanswered() {
        return state == SendState.SENT && !closed;
    }

    /** {@return whether the replace may be at the venue without an answer} */
    boolean replaceUnanswered() {
        return replace != null && replaceState != SendState.WAITING;
    }

    boolean isReplaceId(final String id) {
        return replace != null && replace.venueClOrdId().equals(id);
    }

    /** {@return whether the venue knows, or knew, or may know it by this ClOrdID} */
    boolean isNamed(final String id) {
        return venueClOrdId.equals(id) || isReplaceId(id) || formerIds != null && formerIds.contains(id);
    }

    VenueOrder toOrder() {
        return new VenueOrder(
                childOrderId,
                venueClOrdId,
                symbol,
                side,
                ordType,
                timeInForce,
                new Decimal(orderQty, qtyScale),
                priceOf(price, priceScale));
    }

    VenueReplace toReplace() {
        return new VenueReplace(
                childOrderId,
                replace.revision(),
                replace.venueClOrdId(),
                venueClOrdId,
                venueOrderId,
                symbol,
                side,
                replace.ordType(),
                replace.timeInForce(),
                new Decimal(replace.orderQty(), replace.qtyScale()),
                priceOf(replace.price(), replace.priceScale()));
    }

    VenueCancel toCancel(final String cancelClOrdId) {
        return new VenueCancel(
                childOrderId, cancelClOrdId, venueClOrdId, venueOrderId, symbol, side, new Decimal(orderQty, qtyScale));
    }

    VenueQuery toQuery(final long sentTimeNs) {
        return new VenueQuery(
                childOrderId,
                venueClOrdId,
                venueOrderId,
                symbol,
                side,
                new Decimal(orderQty, qtyScale),
                cumQty(),
                sentTimeNs);
    }

    VenueQuery toReplaceQuery(final long sentTimeNs) {
        return new VenueQuery(
                childOrderId,
                replace.venueClOrdId(),
                venueOrderId,
                symbol,
                side,
                new Decimal(replace.orderQty(), replace.qtyScale()),
                cumQty(),
                sentTimeNs);
    }

    /** {@return what is known to be traded} */
    Decimal cumQty() {
        return cumQty == 0 ? NO_QTY_KNOWN : new Decimal(cumQty, qtyScale);
    }

    private static Decimal priceOf(final long price, final int scale) {
        return price == OrderState.NO_PRICE ? Decimal.ABSENT : new Decimal(price, scale);
    }
}
