package io.weir.sor;

/**
 * How the {@code weighted} router weighs. Immutable.
 *
 * @param priceWeight       in 1/10,000.
 * @param latencyWeight     in 1/10,000.
 * @param reliabilityWeight in 1/10,000.
 * @param liquidityWeight   in 1/10,000; the four sum to 10,000.
 * @param maxVenues         the most venues that one order is spread over, 1 and more.
 * @param maxRounds         the most times that one order is routed, 1 and more.
 */
public record RoutingPolicy(
        int priceWeight, int latencyWeight, int reliabilityWeight, int liquidityWeight, int maxVenues, int maxRounds) {
    /** One whole, in the parts that weights and scores are counted in. */
    public static final int WHOLE = 10_000;

    /** Before anybody sets one: DESIGN's weights, up to four venues, three rounds. */
    public static final RoutingPolicy INITIAL = new RoutingPolicy(4_000, 2_000, 3_000, 1_000, 4, 3);
}
