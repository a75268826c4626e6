package io.weir.benchmarks.client;

/** What the orders of a measurement are: Symbol(55), Side(54), OrderQty(38), OrdType(40), Price(44), TimeInForce(59). */
public enum OrderTerms {
    /**
     * Limit orders that rest: 6 to 8 % away from a market around 50,000, so within a collar of 10 %. Buys and sells in turn, on
     * a thousand price levels a side.
     */
    RESTING("55=BTC-USD|54=1|38=0.0002|40=2|59=1|44=46", "55=BTC-USD|54=2|38=0.0002|40=2|59=1|44=53") {
        @Override
        void put(final FixWriter to, final int index) {
            to.put((index & 1) == 0 ? buy() : sell())
                    .number(index / 2 % LEVELS, LEVEL_DIGITS)
                    .soh();
        }
    },

    /** Limit orders that trade at once: 5 % through a market around 50,000, buys and sells in turn so that no account runs dry. */
    MARKETABLE("55=BTC-USD|54=1|38=0.0002|40=2|59=1|44=52500|", "55=BTC-USD|54=2|38=0.0002|40=2|59=1|44=47500|") {
        @Override
        void put(final FixWriter to, final int index) {
            to.put((index & 1) == 0 ? buy() : sell());
        }
    };

    private static final int LEVELS = 1_000;
    private static final int LEVEL_DIGITS = 3;

    private final byte[] buy;
    private final byte[] sell;

    OrderTerms(final String buy, final String sell) {
        this.buy = FixWriter.fields(buy);
        this.sell = FixWriter.fields(sell);
    }

    /** Adds the fields of the order of this index. */
    abstract void put(FixWriter to, int index);

    byte[] buy() {
        return buy;
    }

    byte[] sell() {
        return sell;
    }
}
