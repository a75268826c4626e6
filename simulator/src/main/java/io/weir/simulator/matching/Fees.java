package io.weir.simulator.matching;

/**
 * What the venue charges on what an order receives: base on buys, quote on sells.
 *
 * @param makerPpm parts per million for the order that rested, 0 to 100,000 (10 %).
 * @param takerPpm parts per million for the order that came, 0 to 100,000.
 */
public record Fees(int makerPpm, int takerPpm) {
    private static final int MILLION = 1_000_000;
    private static final int MAX_PPM = 100_000;

    /** Refuses rates outside 0 to 10 %. */
    public Fees {
        if (makerPpm < 0 || makerPpm > MAX_PPM || takerPpm < 0 || takerPpm > MAX_PPM) {
            throw new IllegalArgumentException(
                    "fees " + makerPpm + "/" + takerPpm + " ppm must each be 0 to " + MAX_PPM);
        }
    }

    long floorMakerFee(final long received) {
        return floorFee(received, makerPpm);
    }

    long floorTakerFee(final long received) {
        return floorFee(received, takerPpm);
    }

    private static long floorFee(final long received, final int ppm) {
        return received / MILLION * ppm + received % MILLION * ppm / MILLION;
    }
}
