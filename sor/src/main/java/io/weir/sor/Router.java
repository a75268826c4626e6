package io.weir.sor;

import io.weir.protocol.Bounds;

/**
 * The {@code weighted} router: same request and policy, same plan, on every node and every replay. Holds scratch arrays and
 * nothing else; nothing of one question reaches the next. Called by the core on its one thread.
 */
public final class Router {
    private final Scores scores = new Scores();
    private final boolean[] candidate = new boolean[Bounds.MAX_VENUES];
    private final boolean[] shortOfMoney = new boolean[Bounds.MAX_VENUES];
    private final long[] capacity = new long[Bounds.MAX_VENUES];
    private final int[] ranking = new int[Bounds.MAX_VENUES];
    private int ranked;

    /**
     * Plans where an order goes. Candidates are ranked by score (ties: better price with fee, then more behind it, then lower
     * venueId). What can trade at once is spread by rank over what each venue shows within the limit; the rest is given to the
     * best that can pay for it.
     *
     * @param request what is asked.
     * @param policy  how it is weighed.
     * @param plan    filled with the answer; whole, or with what could not be placed and why.
     */
    public void route(final RouteRequest request, final RoutingPolicy policy, final RoutePlan plan) {
        begin(request, plan);
        for (int i = 0; i < request.venues; i++) {
            admit(request, plan, i);
        }
        scores.judge(request, policy, candidate);
        rank(request, plan);
        if (request.wholly || policy.maxVenues() == 1) {
            placeWhole(request, plan);
        } else {
            spread(request, policy, plan);
        }
        name(request, plan);
    }

    private void begin(final RouteRequest request, final RoutePlan plan) {
        ranked = 0;
        plan.venues = request.venues;
        plan.unplacedQty = request.qty;
        plan.shortfall = null;
    }

    /** Can this venue have a part at all, and how much can be paid for there? */
    private void admit(final RouteRequest request, final RoutePlan plan, final int i) {
        plan.venueId[i] = request.venueId[i];
        plan.qty[i] = 0;
        plan.px[i] = request.px;
        plan.score[i] = 0;
        shortOfMoney[i] = false;
        RouteReason fault = request.leftOut[i];
        if (fault == null) {
            final VenueRules rules = request.rules[i];
            if (request.pxMayImprove) {
                plan.px[i] = rules.inwardToTick(request.px, request.buy);
            }
            fault = fault(request, rules, plan.px[i], i);
        }
        candidate[i] = fault == null;
        if (fault != null) {
            plan.reason(i, fault);
        }
    }

    private RouteReason fault(final RouteRequest request, final VenueRules rules, final long px, final int i) {
        if (px <= 0 || px % rules.tickSize() != 0) {
            return RouteReason.TICK;
        }
        if (!rules.takes(request.qty, px)) {
            return RouteReason.BELOW_MINIMUM;
        }
        final long affordable = affordable(request, rules, px, i);
        shortOfMoney[i] = affordable < request.qty;
        capacity[i] = Costs.floorToLot(Math.min(affordable, request.qty), rules.lotSize());
        if (capacity[i] == request.qty || rules.takes(capacity[i], px)) {
            return null;
        }
        return shortOfMoney[i] ? RouteReason.BALANCE_TOO_LOW : RouteReason.LOT;
    }

    /** What can be paid for, at least as much as is wanted if it is that much: most often all is, and that is quick to see. */
    private static long affordable(final RouteRequest request, final VenueRules rules, final long px, final int i) {
        final long available = request.available[i];
        if (available <= 0) {
            return 0;
        }
        if (!request.buy) {
            return available;
        }
        final long cost = Costs.withFee(request.qty, px, rules.takerFeePpm());
        return cost != Costs.TOO_LARGE && cost <= available
                ? request.qty
                : Costs.floorAffordable(available, px, rules.takerFeePpm());
    }

    private void rank(final RouteRequest request, final RoutePlan plan) {
        for (int i = 0; i < request.venues; i++) {
            if (candidate[i]) {
                plan.score[i] = scores.score[i];
                int at = ranked++;
                while (at > 0 && isBetter(request, i, ranking[at - 1])) {
                    ranking[at] = ranking[at - 1];
                    at--;
                }
                ranking[at] = i;
            }
        }
    }

    private boolean isBetter(final RouteRequest request, final int a, final int b) {
        if (scores.score[a] != scores.score[b]) {
            return scores.score[a] > scores.score[b];
        }
        final int byBook = TopOfBook.compare(request, a, b);
        return byBook != 0 ? byBook < 0 : request.venueId[a] < request.venueId[b];
    }

    /** To the best venue that can take all of it; a fill-or-kill prefers one that shows all of it. */
    private void placeWhole(final RouteRequest request, final RoutePlan plan) {
        int chosen = -1;
        for (int rank = 0; rank < ranked; rank++) {
            final int i = ranking[rank];
            if (capacity[i] == request.qty) {
                if (!request.wholly || scores.liquidity[i] == request.qty) {
                    chosen = i;
                    break;
                }
                chosen = chosen < 0 ? i : chosen;
            }
        }
        if (chosen >= 0) {
            plan.qty[chosen] = request.qty;
            plan.unplacedQty = 0;
        }
    }

    private void spread(final RouteRequest request, final RoutingPolicy policy, final RoutePlan plan) {
        int used = 0;
        for (int rank = 0; rank < ranked && used < policy.maxVenues() && plan.unplacedQty > 0; rank++) {
            final int i = ranking[rank];
            if (give(request, plan, i, Math.min(scores.liquidity[i], capacity[i]))) {
                used++;
            }
        }
        for (int rank = 0; rank < ranked && plan.unplacedQty > 0; rank++) {
            final int i = ranking[rank];
            final boolean isNew = plan.qty[i] == 0;
            if ((!isNew || used < policy.maxVenues()) && give(request, plan, i, capacity[i] - plan.qty[i]) && isNew) {
                used++;
            }
        }
    }

    private boolean give(final RouteRequest request, final RoutePlan plan, final int i, final long atMost) {
        final VenueRules rules = request.rules[i];
        final long part = Costs.floorToLot(Math.min(atMost, plan.unplacedQty), rules.lotSize());
        if (part <= 0 || !rules.takes(plan.qty[i] + part, plan.px[i])) {
            return false;
        }
        plan.qty[i] += part;
        plan.unplacedQty -= part;
        return true;
    }

    /** Gives each candidate its reason, as the others have theirs, and the plan its shortfall. */
    private void name(final RouteRequest request, final RoutePlan plan) {
        boolean isFirst = true;
        for (int rank = 0; rank < ranked; rank++) {
            final int i = ranking[rank];
            if (plan.qty[i] > 0) {
                plan.reason(i, isFirst ? RouteReason.BEST_SCORE : RouteReason.NEXT_SCORE);
                isFirst = false;
            } else if (plan.unplacedQty > 0 && capacity[i] < request.qty) {
                plan.reason(i, shortOfMoney[i] ? RouteReason.BALANCE_TOO_LOW : RouteReason.NOT_WHOLE);
            } else {
                plan.reason(i, RouteReason.OUTSCORED);
            }
        }
        if (plan.unplacedQty > 0) {
            plan.shortfall = shortfall(plan);
        }
    }

    private RouteReason shortfall(final RoutePlan plan) {
        RouteReason nearest = null;
        for (int i = 0; i < plan.venues; i++) {
            if (shortOfMoney[i]) {
                return RouteReason.BALANCE_TOO_LOW;
            }
            if (candidate[i]) {
                nearest = RouteReason.LOT;
            } else if (nearest == null || plan.reason[i].compareTo(nearest) > 0) {
                nearest = plan.reason[i];
            }
        }
        return nearest;
    }
}
