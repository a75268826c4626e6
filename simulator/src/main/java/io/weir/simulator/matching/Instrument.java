package io.weir.simulator.matching;

/**
 * One tradable symbol and its rules. Immutable.
 *
 * @param symbol the venue's own name, for example {@code BTCUSDT}.
 * @param base the asset bought and sold.
 * @param quote the asset paid with.
 * @param priceScale prices are integers of 10^-priceScale quote units.
 * @param qtyScale quantities are integers of 10^-qtyScale base units; priceScale + qtyScale is at most {@value Account#SCALE}, so
 *     that every notional is exact.
 * @param tickSize prices are multiples of this, at priceScale.
 * @param lotSize quantities are multiples of this, at qtyScale.
 * @param minQty least quantity of an order, at qtyScale.
 * @param maxQty greatest quantity of an order, at qtyScale.
 * @param maxPrice greatest price of an order, at priceScale.
 * @param minNotional least price times quantity of an order, at scale {@value Account#SCALE}.
 */
public record Instrument(
        String symbol,
        String base,
        String quote,
        int priceScale,
        int qtyScale,
        long tickSize,
        long lotSize,
        long minQty,
        long maxQty,
        long maxPrice,
        long minNotional) {

    private static final int MAX_SYMBOL_LENGTH = 32;

    /** Checks the rules against each other; throws {@link IllegalArgumentException} naming the field. */
    public Instrument {
        require(!symbol.isEmpty() && symbol.length() <= MAX_SYMBOL_LENGTH, symbol, "symbol", "1 to 32 characters");
        require(!base.equals(quote), symbol, "base", "another asset than quote");
        require(priceScale >= 0, symbol, "priceScale", "0 or more");
        require(qtyScale >= 0, symbol, "qtyScale", "0 or more");
        require(priceScale + qtyScale <= Account.SCALE, symbol, "priceScale + qtyScale", "at most " + Account.SCALE);
        require(tickSize > 0, symbol, "tickSize", "above 0");
        require(lotSize > 0, symbol, "lotSize", "above 0");
        require(minQty > 0 && minQty <= maxQty, symbol, "minQty", "above 0 and at most maxQty");
        require(maxPrice >= tickSize, symbol, "maxPrice", "at least tickSize");
        require(minNotional >= 0, symbol, "minNotional", "0 or more");
        final long factor = Decimals.pow10(Account.SCALE - priceScale - qtyScale);
        require(
                Math.multiplyHigh(maxPrice, maxQty) == 0
                        && maxPrice * maxQty > 0
                        && maxPrice * maxQty < Long.MAX_VALUE / factor,
                symbol,
                "maxPrice x maxQty",
                "within 64 bits at scale " + Account.SCALE);
    }

    private static void require(final boolean holds, final String symbol, final String field, final String rule) {
        if (!holds) {
            throw new IllegalArgumentException("instrument " + symbol + ": " + field + " must be " + rule);
        }
    }

    /** Price times quantity in quote units at scale {@value Account#SCALE}; exact. */
    public long notional(final long price, final long qty) {
        return price * qty * Decimals.pow10(Account.SCALE - priceScale - qtyScale);
    }

    /** A quantity in base units at scale {@value Account#SCALE}; exact. */
    public long baseAmount(final long qty) {
        return qty * Decimals.pow10(Account.SCALE - qtyScale);
    }

    /** The first rule that a price breaks, or null. */
    RejectReason checkPrice(final long price) {
        if (price <= 0 || price > maxPrice) {
            return RejectReason.PRICE_OUT_OF_RANGE;
        }
        return price % tickSize == 0 ? null : RejectReason.PRICE_OFF_TICK;
    }

    /** The first rule that a quantity breaks, or null. */
    RejectReason checkQty(final long qty) {
        if (qty < minQty || qty > maxQty) {
            return RejectReason.QTY_OUT_OF_RANGE;
        }
        return qty % lotSize == 0 ? null : RejectReason.QTY_OFF_LOT;
    }
}
