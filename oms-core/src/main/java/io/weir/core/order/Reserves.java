package io.weir.core.order;

import io.weir.core.money.Balance;
import io.weir.core.money.Ledger;
import io.weir.core.refdata.Instrument;
import io.weir.core.venue.Listing;
import io.weir.protocol.fix.Side;
import io.weir.sor.Costs;

/**
 * The money set aside for orders at venues: for a purchase its quantity at its price with the taker's fee, in quote asset;
 * for a sale its quantity in base asset (the fee comes out of the proceeds). Set aside before a venue is asked, released
 * with each fill in step with what is left, and to the last unit when the end is proved.
 */
final class Reserves {
    private final Ledger ledger;

    Reserves(final Ledger ledger) {
        this.ledger = ledger;
    }

    /** {@return what a quantity at a price needs of the asset it is paid with, at that asset's scale} */
    static long need(final Listing listing, final Side side, final long qty, final long price) {
        final Instrument instrument = listing.instrument();
        if (side == Side.SELL) {
            return instrument.baseUnits(qty);
        }
        final long cost = Costs.withFee(qty, price, listing.rules().takerFeePpm());
        if (cost == Costs.TOO_LARGE || cost > instrument.quote().maxAmount(instrument.notionalScale())) {
            throw new IllegalStateException("reserve of " + qty + " at " + price + " of " + instrument.symbol()
                    + " is beyond what was checked");
        }
        return instrument.quoteUnits(cost);
    }

    /** Sets money aside for a child order that is about to be asked for. */
    void reserve(final ChildOrder child) {
        final long amount = need(child.listing, child.order.side(), child.qty, child.price);
        if (!ledger.tryReserve(child.balance, amount)) {
            throw new IllegalStateException(
                    "planned " + amount + " but not available for " + child + ": " + child.balance);
        }
        child.reserved = amount;
    }

    /** Sets money aside that belongs to no child order yet. */
    boolean tryHold(final Balance balance, final long amount) {
        return ledger.tryReserve(balance, amount);
    }

    void releaseHold(final Balance balance, final long amount) {
        ledger.release(balance, amount);
    }

    /** Brings the reserve down to what is left of a child order; never up. */
    void shrink(final ChildOrder child) {
        final long leaves = child.leavesQty();
        final long target = leaves == 0
                ? 0
                : Math.min(child.reserved, need(child.listing, child.order.side(), leaves, child.price));
        ledger.release(child.balance, child.reserved - target);
        child.reserved = target;
    }

    /** Releases all that a child order has set aside. */
    void release(final ChildOrder child) {
        ledger.release(child.balance, child.reserved);
        child.reserved = 0;
        if (child.replace != null) {
            ledger.release(child.balance, child.replace.extraReserved);
        }
    }

    /** The old terms stand: what was held for the new ones is free. */
    void dropReplace(final ChildOrder child) {
        ledger.release(child.balance, child.replace.extraReserved);
        child.replace = null;
    }

    /** The new terms stand: one reserve for what is left under them. */
    void takeReplace(final ChildOrder child) {
        child.reserved += child.replace.extraReserved;
        child.qty = Math.max(child.replace.newQty, child.cumQty);
        child.price = child.replace.newPrice;
        child.replace = null;
        shrink(child);
    }

    /**
     * What new terms may need beyond the old reserve, whichever of the two end up in effect and however much trades under the
     * old ones meanwhile.
     */
    static long extra(final ChildOrder child, final long newQty, final long newPrice) {
        final Side side = child.order.side();
        final long whole = need(child.listing, side, newQty - child.cumQty, newPrice) - child.reserved;
        final long grown = newQty > child.qty ? need(child.listing, side, newQty - child.qty, newPrice) : 0;
        return Math.max(0, Math.max(whole, grown));
    }

    /** A child order of a waiting replace has freed money: as much as the new terms need of it is held on. */
    void holdOn(final Order order, final Balance freed) {
        if (order.pending == null) {
            return;
        }
        for (PendingRequest.Hold hold = order.pending.holds; hold != null; hold = hold.next) {
            if (hold.balance == freed) {
                final long missing = hold.need - hold.amount - reservedOn(order, freed);
                final long amount = Math.min(Math.max(0, missing), freed.available());
                if (ledger.tryReserve(freed, amount)) {
                    hold.amount += amount;
                }
            }
        }
    }

    /** {@return what an order's live children have reserved on a balance} */
    static long reservedOn(final Order order, final Balance balance) {
        long sum = 0;
        for (ChildOrder child = order.firstChild; child != null; child = child.nextOfOrder) {
            if (child.balance == balance) {
                sum += child.reserved;
            }
        }
        return sum;
    }

    void releaseHolds(final PendingRequest request) {
        for (PendingRequest.Hold hold = request.holds; hold != null; hold = hold.next) {
            ledger.release(hold.balance, hold.amount);
        }
        request.holds = null;
    }
}
