package io.weir.core.refdata;

import io.weir.protocol.decimal.Decimals;
import io.weir.sor.Costs;

/**
 * Something that is owned: a coin or a currency. All its balances are integers at one scale, fine enough for every
 * instrument that trades it. Made by {@link Assets}.
 */
public final class Asset {
    /** Commissions come with up to eight digits, so no asset has fewer. */
    public static final int MIN_SCALE = 8;

    private final int assetId;
    private final String name;
    private int scale;

    Asset(final int assetId, final String name, final int scale) {
        this.assetId = assetId;
        this.name = name;
        this.scale = scale;
    }

    /** {@return its number, 1, 2, 3 …} */
    public int assetId() {
        return assetId;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return digits of all amounts of it} */
    public int scale() {
        return scale;
    }

    /**
     * Brings an amount to this asset's scale.
     *
     * @param amount    at {@code fromScale}.
     * @param fromScale not above {@link #scale()}.
     * @return the amount at {@link #scale()}.
     */
    public long units(final long amount, final int fromScale) {
        return amount * Decimals.powerOfTen(scale - fromScale);
    }

    /**
     * The largest number that {@link #units} may be given.
     *
     * @param fromScale not above {@link #scale()}.
     * @return it, so that the amount stays within {@link Costs#MAX_AMOUNT}.
     */
    public long maxAmount(final int fromScale) {
        return Costs.MAX_AMOUNT / Decimals.powerOfTen(scale - fromScale);
    }

    void scale(final int newScale) {
        scale = newScale;
    }
}
