package io.weir.core.money;

import io.weir.core.refdata.Account;
import io.weir.core.refdata.Asset;
import io.weir.core.refdata.Holdings;
import io.weir.protocol.Bounds;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.BalanceChanged;
import io.weir.sor.Costs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All balances, booked in double entry. Its invariants are checked at every booking and stop the node when they break: a
 * reserve is never below zero and never above the total, but where a venue has traded more than there was; and for each
 * venue and asset the accounts' totals and the contra entries sum to zero ({@link #auditNext}).
 */
public final class Ledger implements Holdings {
    /** The most balances that a node keeps: (account, venue, asset) in use. */
    public static final int MAX_BALANCES = 1_000_000;

    final List<Balance> balances = new ArrayList<>();
    final List<Contra> contras = new ArrayList<>();
    private final List<Balance> touched = new ArrayList<>();
    private final List<Balance[][]> byAccount = new ArrayList<>();
    private final List<Contra[]> contraByAsset = new ArrayList<>();
    private final Amount128 sum = new Amount128();
    private int auditCursor;
    private int toldTo;

    /**
     * Finds a balance, or opens it at zero.
     *
     * @param account   owner.
     * @param venueId   1 to {@link Bounds#MAX_VENUES}.
     * @param venueName its name.
     * @param asset     of what.
     * @return the balance; null if it is new and {@link #MAX_BALANCES} are there.
     */
    public Balance balance(final Account account, final int venueId, final String venueName, final Asset asset) {
        final Balance known = find(account, venueId, asset);
        return known != null || balances.size() == MAX_BALANCES ? known : open(account, venueId, venueName, asset);
    }

    /** {@return the balance, or null if nothing was ever booked there} */
    public Balance find(final Account account, final int venueId, final Asset asset) {
        if (account.accountId() > byAccount.size()) {
            return null;
        }
        final Balance[][] rows = byAccount.get(account.accountId() - 1);
        if (asset.assetId() > rows.length) {
            return null;
        }
        final Balance[] row = rows[asset.assetId() - 1];
        return row == null ? null : row[venueId];
    }

    /**
     * Sets an amount aside for an order.
     *
     * @param balance of the order's account at its venue.
     * @param amount  0 and more.
     * @return false, and nothing has changed, if less is available.
     */
    public boolean tryReserve(final Balance balance, final long amount) {
        if (amount < 0) {
            throw new IllegalStateException("reserve of " + amount + " on " + balance);
        }
        if (amount > balance.available()) {
            return false;
        }
        balance.reserved += amount;
        touch(balance);
        return true;
    }

    /**
     * Sets an amount free again.
     *
     * @param balance it was reserved on.
     * @param amount  0 to what is reserved.
     */
    public void release(final Balance balance, final long amount) {
        if (amount < 0 || amount > balance.reserved) {
            throw new IllegalStateException("release of " + amount + " on " + balance);
        }
        balance.reserved -= amount;
        check(balance, false);
        touch(balance);
    }

    /**
     * Books an amount to a balance and its contra entry. What a venue has traded is booked even if there was not enough.
     *
     * @param balance it comes to or leaves.
     * @param amount  below 0 to take away.
     * @param posting where the other half stands.
     * @return false if the balance is overdrawn by it, which somebody has to be told.
     */
    public boolean post(final Balance balance, final long amount, final Posting posting) {
        balance.total = Math.addExact(balance.total, amount);
        balance.contra.side(posting).subtract(amount);
        final boolean was = balance.overdrawn;
        check(balance, true);
        touch(balance);
        return was || !balance.overdrawn;
    }

    /**
     * Could this amount be booked without leaving what a balance can hold?
     *
     * @param balance any.
     * @param amount  below 0 to take away.
     * @return whether the total stays within {@link Costs#MAX_AMOUNT} on either side of zero.
     */
    public boolean canHold(final Balance balance, final long amount) {
        return Math.abs(amount) <= Costs.MAX_AMOUNT && Math.abs(balance.total + amount) <= Costs.MAX_AMOUNT;
    }

    private void check(final Balance balance, final boolean mayOverdraw) {
        if (balance.reserved < 0) {
            throw new IllegalStateException("reserve below zero: " + balance);
        }
        if (balance.reserved <= balance.total) {
            balance.overdrawn = false;
        } else if (mayOverdraw || balance.overdrawn) {
            balance.overdrawn = true;
        } else {
            throw new IllegalStateException("reserve above total: " + balance);
        }
    }

    /**
     * Checks that one venue's totals of one asset and their contra entries sum to zero; the next call takes the next one.
     *
     * @return false if there is nothing to check.
     */
    public boolean auditNext() {
        if (contras.isEmpty()) {
            return false;
        }
        auditCursor = auditCursor >= contras.size() ? 0 : auditCursor;
        audit(contras.get(auditCursor++));
        return true;
    }

    /** Checks all sums. */
    public void auditAll() {
        for (final Contra contra : contras) {
            audit(contra);
        }
    }

    private void audit(final Contra contra) {
        sum.clear();
        sum.add(contra.transferred);
        sum.add(contra.traded);
        sum.add(contra.fees);
        final int assetId = contra.asset().assetId();
        for (final Balance[][] rows : byAccount) {
            if (assetId <= rows.length && rows[assetId - 1] != null) {
                final Balance balance = rows[assetId - 1][contra.venueId()];
                sum.add(balance == null ? 0 : balance.total);
            }
        }
        if (!sum.isZero()) {
            throw new IllegalStateException(
                    "postings of " + contra.asset().name() + " at " + contra.venueName() + " sum to " + sum);
        }
    }

    /** {@return how many balances changed and were not told yet} */
    public int untold() {
        return touched.size() - toldTo;
    }

    /**
     * Takes the next balance to be told, in the order in which they were first touched.
     *
     * @return it as it stands now; only while {@link #untold} is above zero.
     */
    public BalanceChanged tellNext() {
        final Balance balance = touched.get(toldTo++);
        balance.isTouched = false;
        if (toldTo == touched.size()) {
            touched.clear();
            toldTo = 0;
        }
        return balance.toEvent();
    }

    List<Balance> untoldBalances() {
        return touched.subList(toldTo, touched.size());
    }

    void touch(final Balance balance) {
        if (!balance.isTouched) {
            balance.isTouched = true;
            touched.add(balance);
        }
    }

    Balance open(final Account account, final int venueId, final String venueName, final Asset asset) {
        while (byAccount.size() < account.accountId()) {
            byAccount.add(new Balance[0][]);
        }
        Balance[][] rows = byAccount.get(account.accountId() - 1);
        if (asset.assetId() > rows.length) {
            rows = Arrays.copyOf(rows, asset.assetId());
            byAccount.set(account.accountId() - 1, rows);
        }
        if (rows[asset.assetId() - 1] == null) {
            rows[asset.assetId() - 1] = new Balance[Bounds.MAX_VENUES + 1];
        }
        final Balance balance = new Balance(account, asset, contra(venueId, venueName, asset));
        rows[asset.assetId() - 1][venueId] = balance;
        balances.add(balance);
        return balance;
    }

    Contra contra(final int venueId, final String venueName, final Asset asset) {
        while (contraByAsset.size() < asset.assetId()) {
            contraByAsset.add(new Contra[Bounds.MAX_VENUES + 1]);
        }
        final Contra[] row = contraByAsset.get(asset.assetId() - 1);
        if (row[venueId] == null) {
            row[venueId] = new Contra(venueId, venueName, asset);
            contras.add(row[venueId]);
        }
        return row[venueId];
    }

    @Override
    public boolean mayRescale(final Asset asset, final int newScale) {
        final long factor = Decimals.powerOfTen(newScale - asset.scale());
        for (final Balance balance : balances) {
            if (balance.asset() == asset
                    && (balance.reserved != 0 || Math.abs(balance.total) > Costs.MAX_AMOUNT / factor)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void rescale(final Asset asset, final int newScale) {
        final long factor = Decimals.powerOfTen(newScale - asset.scale());
        for (final Balance balance : balances) {
            if (balance.asset() == asset) {
                balance.total = Math.multiplyExact(balance.total, factor);
                touch(balance);
            }
        }
        for (final Contra contra : contras) {
            if (contra.asset() == asset) {
                contra.transferred.multiply(factor);
                contra.traded.multiply(factor);
                contra.fees.multiply(factor);
            }
        }
    }
}
