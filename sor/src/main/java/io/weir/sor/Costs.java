package io.weir.sor;

/**
 * What a quantity costs, fee included. Quantities at qtyScale, prices at priceScale, amounts at priceScale + qtyScale. All
 * results are exact or say that they cannot be. Pure functions, any thread.
 */
public final class Costs {
    /** The largest amount that is worked with: sums of two never leave a long. */
    public static final long MAX_AMOUNT = Long.MAX_VALUE / 4;

    /** Answers a product above {@link #MAX_AMOUNT}. */
    public static final long TOO_LARGE = -1;

    /** One whole, in the parts that fees are counted in. */
    public static final long MILLION = 1_000_000;

    private Costs() {}

    /**
     * Price times quantity.
     *
     * @param qty 0 and more.
     * @param px  0 and more.
     * @return the product, or {@link #TOO_LARGE}.
     */
    public static long notional(final long qty, final long px) {
        final long product = qty * px;
        return Math.multiplyHigh(qty, px) == 0 && product >= 0 && product <= MAX_AMOUNT ? product : TOO_LARGE;
    }

    /**
     * A fee, rounded up: what is set aside never falls short of what the venue may take.
     *
     * @param notional 0 to {@link #MAX_AMOUNT}.
     * @param feePpm   in 1/1,000,000, 0 to 1,000,000.
     * @return the fee, at the scale of the notional.
     */
    public static long ceilFee(final long notional, final int feePpm) {
        return notional / MILLION * feePpm + (notional % MILLION * feePpm + MILLION - 1) / MILLION;
    }

    /**
     * What a purchase may take from a balance at most.
     *
     * @param qty    0 and more.
     * @param px     the worst price.
     * @param feePpm in 1/1,000,000, 0 to 1,000,000.
     * @return notional and fee, or {@link #TOO_LARGE}.
     */
    public static long withFee(final long qty, final long px, final int feePpm) {
        final long notional = notional(qty, px);
        if (notional < 0) {
            return TOO_LARGE;
        }
        final long cost = notional + ceilFee(notional, feePpm);
        return cost <= MAX_AMOUNT ? cost : TOO_LARGE;
    }

    /**
     * The inverse of {@link #withFee}: the most that can be bought.
     *
     * @param available amount at hand, 0 to {@link #MAX_AMOUNT}.
     * @param px        the worst price, above 0.
     * @param feePpm    in 1/1,000,000, 0 to 1,000,000.
     * @return the largest quantity whose {@link #withFee} is within {@code available}.
     */
    public static long floorAffordable(final long available, final long px, final int feePpm) {
        final long divisor = MILLION + feePpm;
        final long fee = available / divisor * feePpm + (available % divisor * feePpm + divisor - 1) / divisor;
        return (available - fee) / px;
    }

    /**
     * The next multiple downwards.
     *
     * @param qty     0 and more.
     * @param lotSize above 0.
     * @return the largest multiple of {@code lotSize} not above {@code qty}.
     */
    public static long floorToLot(final long qty, final long lotSize) {
        return qty - qty % lotSize;
    }
}
