package io.weir.core.order;

import io.weir.core.money.Balance;
import io.weir.core.money.Ledger;
import io.weir.core.money.Posting;
import io.weir.core.refdata.Asset;
import io.weir.core.refdata.Assets;
import io.weir.core.refdata.Instrument;
import io.weir.core.venue.Venue;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.Trade;
import io.weir.protocol.fix.Side;
import io.weir.sor.Costs;

/**
 * Books executions. What a venue has traded is booked, whatever state our order is in; what looks wrong about it is told to
 * ops as well. One that was booked before changes nothing.
 */
final class FillDesk {
    private final ChildOrders children;
    private final Ledger ledger;
    private final Assets assets;
    private final Reserves reserves;
    private final Reports reports;
    private final Progress progress;
    private final Alerts alerts;

    FillDesk(
            final ChildOrders children,
            final Ledger ledger,
            final Assets assets,
            final Reserves reserves,
            final Reports reports,
            final Progress progress,
            final Alerts alerts) {
        this.children = children;
        this.ledger = ledger;
        this.assets = assets;
        this.reserves = reserves;
        this.reports = reports;
        this.progress = progress;
        this.alerts = alerts;
    }

    void onVenueFill(final VenueFill fill) {
        final ChildOrder child = children.find(fill.childOrderId());
        if (child == null || child.venue().venueId() != fill.venueId()) {
            alerts.unknownFill(fill);
            return;
        }
        if (child.execIds != null && child.execIds.contains(fill.venueExecId())) {
            return;
        }
        final Instrument instrument = child.listing.instrument();
        if (!instrument.symbol().equals(fill.symbol()) || child.order.side() != fill.side()) {
            alerts.fill(child, fill, "not booked: it names " + fill.side() + ' ' + fill.symbol());
            return;
        }
        final long lastQty = atScale(fill.lastQty(), instrument.qtyScale(), false);
        final long lastPx = atScale(fill.lastPx(), instrument.priceScale(), child.order.side() == Side.BUY);
        if (lastQty <= 0 || lastPx <= 0 || !canBook(child, lastQty, lastPx)) {
            alerts.fill(child, fill, "not booked: LastQty(32) or LastPx(31) is beyond what can be booked");
            return;
        }
        if (isFiner(fill.lastQty(), instrument.qtyScale()) || isFiner(fill.lastPx(), instrument.priceScale())) {
            alerts.fill(child, fill, "booked to the digits of " + instrument.symbol());
        }
        if (provesReplace(child, lastQty, lastPx)) {
            progress.replacedAtVenue(child);
        }
        book(child, fill, lastQty, lastPx);
    }

    /**
     * What has traded lies outside the old terms and within the new ones: the venue has taken the new ones. Beyond the old
     * quantity any price proves it, for fills under the old price may be told late.
     */
    private static boolean provesReplace(final ChildOrder child, final long lastQty, final long lastPx) {
        if (!child.isReplaceAsked()) {
            return false;
        }
        final boolean isBuy = child.order.side() == Side.BUY;
        final long newPx = child.replace.newPrice;
        final boolean beyondOldPx = isBuy ? lastPx > child.price : lastPx < child.price;
        final boolean withinNewPx = isBuy ? lastPx <= newPx : lastPx >= newPx;
        final long cumQty = child.cumQty + lastQty;
        return cumQty <= child.replace.newQty && (cumQty > child.qty || beyondOldPx && withinNewPx);
    }

    private void book(final ChildOrder child, final VenueFill fill, final long lastQty, final long lastPx) {
        final Order order = child.order;
        final String oddity = oddity(child, lastQty);
        if (child.execIds == null) {
            child.execIds = new ExecIds();
        }
        child.execIds.add(fill.venueExecId());
        child.acknowledged = true;
        child.inDoubt = false;
        child.venue().breaker().onSuccess();
        child.cumQty += lastQty;
        final long notional = lastQty * lastPx;
        order.addFill(lastQty, notional);
        if (child.isLive()) {
            reserves.shrink(child);
        }
        postTrade(child, fill, lastQty, notional);
        final Trade trade = trade(child, fill, lastQty, lastPx);
        if (!oddity.isEmpty()) {
            alerts.fill(child, fill, oddity);
        }
        reports.sayTrade(order, trade, oddity);
        progress.closeIfTraded(child);
        if (child.isAwaitingFills() && child.cumQty >= child.closedCumQty) {
            progress.closeChild(child);
        }
        progress.settle(order);
    }

    /** {@return what a person should know about a fill that is booked all the same, "" for nothing} */
    private static String oddity(final ChildOrder child, final long lastQty) {
        final Order order = child.order;
        if (order.cumQty + lastQty > order.orderQty) {
            return "booked above OrderQty(38)";
        }
        if (!order.isOpen()) {
            return "booked after the order was closed";
        }
        return child.cumQty + lastQty > child.qty ? "booked above the quantity at the venue" : "";
    }

    private boolean canBook(final ChildOrder child, final long lastQty, final long lastPx) {
        final Instrument instrument = child.listing.instrument();
        final long notional = Costs.notional(lastQty, lastPx);
        return notional != Costs.TOO_LARGE
                && notional <= instrument.quote().maxAmount(instrument.notionalScale())
                && lastQty <= instrument.base().maxAmount(instrument.qtyScale())
                && child.order.cumQty <= Costs.MAX_AMOUNT - lastQty
                && child.order.cumNotional <= Costs.MAX_AMOUNT - notional
                && canHold(child, instrument.base(), instrument.baseUnits(lastQty))
                && canHold(child, instrument.quote(), instrument.quoteUnits(notional));
    }

    /** Either way: the side decides the sign. */
    private boolean canHold(final ChildOrder child, final Asset asset, final long amount) {
        final Balance balance = balance(child, asset);
        return balance != null && ledger.canHold(balance, amount) && ledger.canHold(balance, -amount);
    }

    private Balance balance(final ChildOrder child, final Asset asset) {
        final Venue venue = child.venue();
        return ledger.balance(child.order.account(), venue.venueId(), venue.name(), asset);
    }

    private void postTrade(final ChildOrder child, final VenueFill fill, final long lastQty, final long notional) {
        final Instrument instrument = child.listing.instrument();
        final int sign = child.order.side() == Side.BUY ? 1 : -1;
        post(child, fill, balance(child, instrument.base()), sign * instrument.baseUnits(lastQty), Posting.TRADE);
        post(child, fill, balance(child, instrument.quote()), -sign * instrument.quoteUnits(notional), Posting.TRADE);
    }

    private void post(
            final ChildOrder child,
            final VenueFill fill,
            final Balance balance,
            final long amount,
            final Posting posting) {
        if (!ledger.post(balance, amount, posting)) {
            alerts.fill(child, fill, "overdrawn: " + balance);
        }
    }

    /** Books the commission, in whatever asset the venue took it. */
    private Trade trade(final ChildOrder child, final VenueFill fill, final long lastQty, final long lastPx) {
        long commission = 0;
        int scale = 0;
        String currency = "";
        if (fill.commission().isPresent() && fill.commission().mantissa() != 0) {
            final String name = fill.commCurrency();
            final boolean isNamed = !name.isEmpty() && name.length() <= Bounds.MAX_NAME_LENGTH;
            final Asset asset = isNamed ? assets.findOrAdd(name) : null;
            final Balance balance = asset == null ? null : balance(child, asset);
            final long amount = asset == null ? 0 : atScale(fill.commission(), asset.scale(), true);
            if (balance == null || !ledger.canHold(balance, -amount)) {
                alerts.fill(child, fill, "commission not booked");
            } else {
                post(child, fill, balance, -amount, Posting.FEE);
                commission = amount;
                scale = asset.scale();
                currency = asset.name();
            }
        }
        return new Trade(
                lastQty,
                lastPx,
                child.venue().name(),
                child.childOrderId,
                fill.venueExecId(),
                commission,
                scale,
                currency);
    }

    private static boolean isFiner(final Decimal number, final int scale) {
        return Decimals.rescale(number, scale) == Decimals.INEXACT;
    }

    /**
     * A venue's number at our scale. Digits beyond it are rounded against the account.
     *
     * @return {@code Long.MAX_VALUE} if it does not fit, 0 if it is absent.
     */
    private static long atScale(final Decimal number, final int scale, final boolean ceil) {
        if (!number.isPresent()) {
            return 0;
        }
        final long exact = Decimals.rescale(number, scale);
        if (exact == Decimals.TOO_LARGE) {
            return Long.MAX_VALUE;
        }
        if (exact != Decimals.INEXACT) {
            return exact;
        }
        final long unit = Decimals.powerOfTen(number.scale() - scale);
        return ceil ? -Math.floorDiv(-number.mantissa(), unit) : Math.floorDiv(number.mantissa(), unit);
    }
}
