package io.weir.protocol.command;

/**
 * Weights of the {@code weighted} router, in 1/10,000, summing to 10,000.
 *
 * @param priceWeight weight of the price.
 * @param latencyWeight weight of the latency.
 * @param reliabilityWeight weight of the reliability.
 * @param liquidityWeight weight of the liquidity.
 * @param maxVenues the most venues that one order is spread over.
 * @param maxRounds the most times that a rejected remainder is routed.
 */
public record SetRoutingPolicy(
        int priceWeight, int latencyWeight, int reliabilityWeight, int liquidityWeight, int maxVenues, int maxRounds)
        implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onSetRoutingPolicy(this);
    }
}
