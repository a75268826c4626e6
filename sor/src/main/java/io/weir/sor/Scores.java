package io.weir.sor;

import io.weir.protocol.Bounds;

/**
 * The score of each venue: price, latency, reliability and liquidity, each 0 to 10,000, weighed by the policy. Scratch of
 * {@link Router}; the arrays are by index of the request.
 */
final class Scores {
    /** What is not known counts as middling. */
    private static final int UNKNOWN = RoutingPolicy.WHOLE / 2;

    /** Differences up to here times a million stay within a long. */
    private static final long SMALL = Long.MAX_VALUE / Costs.MILLION;

    /** What the venue shows within the limit, at most the order's quantity, at qtyScale. */
    final long[] liquidity = new long[Bounds.MAX_VENUES];

    final int[] score = new int[Bounds.MAX_VENUES];
    private final long[] costPpm = new long[Bounds.MAX_VENUES];
    private final long[] shown = new long[Bounds.MAX_VENUES];

    /**
     * Scores the venues that are no candidates as 0 and the others by the policy.
     *
     * @param request   what is asked.
     * @param policy    the weights.
     * @param candidate by index.
     */
    void judge(final RouteRequest request, final RoutingPolicy policy, final boolean[] candidate) {
        long bestCostPpm = Long.MAX_VALUE;
        long bestLatencyNs = Long.MAX_VALUE;
        long mostShown = 0;
        for (int i = 0; i < request.venues; i++) {
            if (candidate[i]) {
                look(request, i);
                bestCostPpm = Math.min(bestCostPpm, costPpm[i]);
                mostShown = Math.max(mostShown, shown[i]);
                if (request.latencyNs[i] > 0) {
                    bestLatencyNs = Math.min(bestLatencyNs, request.latencyNs[i]);
                }
            }
        }
        for (int i = 0; i < request.venues; i++) {
            score[i] = candidate[i] ? weigh(request, policy, i, bestCostPpm, bestLatencyNs, mostShown) : 0;
        }
    }

    private int weigh(
            final RouteRequest request,
            final RoutingPolicy policy,
            final int i,
            final long bestCostPpm,
            final long bestLatencyNs,
            final long mostShown) {
        final long price = Math.max(0, RoutingPolicy.WHOLE - (costPpm[i] - bestCostPpm));
        final long latencyNs = request.latencyNs[i];
        final long latency = latencyNs <= 0 ? UNKNOWN : share(bestLatencyNs, latencyNs);
        final long liquidity = share(shown[i], mostShown);
        return (int) ((policy.priceWeight() * price
                        + policy.latencyWeight() * latency
                        + policy.reliabilityWeight() * (long) request.reliabilityBps[i]
                        + policy.liquidityWeight() * liquidity)
                / RoutingPolicy.WHOLE);
    }

    /** Walks one book: what trades within the limit, at which mean cost against the limit, and what is shown in all. */
    private void look(final RouteRequest request, final int i) {
        final BookSide book = request.opposite[i];
        final VenueRules rules = request.rules[i];
        final int levels = book.levels();
        long taken = 0;
        long costs = 0;
        for (int level = 0; level < levels && taken < request.qty; level++) {
            final long beyond = request.buy ? book.px(level) - request.px : request.px - book.px(level);
            if (beyond > 0) {
                break; // and so are the levels behind it
            }
            final long part = Math.min(book.qty(level), request.qty - taken);
            costs += share(part, request.qty) * ppm(beyond, request.px);
            taken += part;
        }
        liquidity[i] = taken;
        shown[i] = book.shown();
        final long takenShare = share(taken, request.qty);
        costPpm[i] = takenShare == 0 ? rules.makerFeePpm() : costs / takenShare + rules.takerFeePpm();
    }

    private static long ppm(final long difference, final long reference) {
        return difference > -SMALL
                ? difference * Costs.MILLION / reference
                : difference / Math.max(1, reference / Costs.MILLION);
    }

    /** A share of a whole in 1/10,000, floored. */
    private static long share(final long part, final long whole) {
        if (whole <= 0) {
            return 0;
        }
        return part <= Long.MAX_VALUE / RoutingPolicy.WHOLE
                ? part * RoutingPolicy.WHOLE / whole
                : Math.min(RoutingPolicy.WHOLE, part / Math.max(1, whole / RoutingPolicy.WHOLE));
    }
}
