package io.weir.core.money;

import io.weir.core.refdata.Account;
import io.weir.core.refdata.Asset;
import io.weir.protocol.event.BalanceChanged;

/**
 * One account's amount of one asset at one venue, at the asset's scale. Changed by {@link Ledger} only. While a venue has
 * traded more than there was (see {@link #isOverdrawn()}) the reserve may exceed the total; never otherwise.
 */
public final class Balance {
    final Contra contra;
    long total;
    long reserved;
    boolean overdrawn;
    boolean isTouched;
    private final Account account;
    private final Asset asset;

    Balance(final Account account, final Asset asset, final Contra contra) {
        this.account = account;
        this.asset = asset;
        this.contra = contra;
    }

    /** {@return what the account owns there; below 0 only after a venue traded more than there was} */
    public long total() {
        return total;
    }

    /** {@return how much of it open orders may use up} */
    public long reserved() {
        return reserved;
    }

    /** {@return what a new order may reserve, 0 and more} */
    public long available() {
        return Math.max(0, total - reserved);
    }

    /** {@return whether a booked fill or fee left less than is reserved} */
    public boolean isOverdrawn() {
        return overdrawn;
    }

    /** {@return the owner} */
    public Account account() {
        return account;
    }

    /** {@return of what} */
    public Asset asset() {
        return asset;
    }

    /** {@return the venue where it lies} */
    public int venueId() {
        return contra.venueId();
    }

    BalanceChanged toEvent() {
        return new BalanceChanged(account.name(), contra.venueName(), asset.name(), asset.scale(), total, reserved);
    }

    /** {@return text for an alert or a broken invariant} */
    @Override
    public String toString() {
        return "balance of " + account.name() + " at " + contra.venueName() + " in " + asset.name() + ": total " + total
                + " reserved " + reserved + " scale " + asset.scale();
    }
}
