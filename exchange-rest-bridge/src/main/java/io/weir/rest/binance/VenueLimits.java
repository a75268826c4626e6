package io.weir.rest.binance;

import io.vertx.core.MultiMap;
import io.weir.rest.clock.VenueClock;
import io.weir.venue.RateBudget;
import io.weir.venue.RateLimit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the account and this address may still ask of the venue: our own budget, and the venue's windows as it lists and
 * counts them itself. Asked on the agent's thread and on the event loop.
 */
final class VenueLimits {
    /** Stands for no order. */
    static final long NONE = 0;

    /** Where a 429 does not say how long: until the shortest documented window is surely over. */
    private static final long DEFAULT_PAUSE_S = 10;

    private static final long MAX_PAUSE_S = 4 * 86_400;
    private static final int TOO_MANY_ORDERS = -1015;
    private static final String WEIGHT_HEADER = "x-mbx-used-weight-";
    private static final String ORDERS_HEADER = "x-mbx-order-count-";
    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Map<String, Long> UNIT_MS =
            Map.of("s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private final RateBudget budget;
    private final RateLimit rateLimit;
    private final VenueClock clock;
    private List<LimitWindow> windows = List.of();
    /** By ticket, how many others were on their way when it left. */
    private final NavigableMap<Long, Integer> ordersOnTheirWay = new TreeMap<>();

    private long lastTicket;
    private long ordersPausedUntilMs;

    VenueLimits(final RateBudget budget, final RateLimit rateLimit, final VenueClock clock) {
        this.budget = budget;
        this.rateLimit = rateLimit;
        this.clock = clock;
    }

    /** The venue has listed its windows. Counts of windows it had before are kept. */
    synchronized void windows(final List<LimitWindow> listed) {
        if (!listed.toString().equals(windows.toString())) {
            windows = List.copyOf(listed);
        }
    }

    /** {@return a number for one order, {@link #NONE} if it may not leave now: nothing is taken then} */
    synchronized long tryTakeOrder(final int weight) {
        final long nowMs = clock.nowMs();
        if (nowMs < ordersPausedUntilMs || ordersLeft(nowMs) < 1 || requestsLeft(nowMs, true) < weight) {
            return NONE;
        }
        if (!budget.tryTake(RateBudget.Use.ORDER, weight)) {
            return NONE;
        }
        takeWeight(nowMs, weight);
        for (final LimitWindow window : windows) {
            if (window.kind() == LimitWindow.Kind.ORDERS) {
                window.take(nowMs, 1);
            }
        }
        ordersOnTheirWay.put(++lastTicket, ordersOnTheirWay.size());
        return lastTicket;
    }

    /** {@return false if a cancel or a question may not leave now: nothing is taken} */
    synchronized boolean tryTake(final RateBudget.Use use, final int weight) {
        final long nowMs = clock.nowMs();
        if (requestsLeft(nowMs, false) < weight || !budget.tryTake(use, weight)) {
            return false;
        }
        takeWeight(nowMs, weight);
        return true;
    }

    private void takeWeight(final long nowMs, final int weight) {
        for (final LimitWindow window : windows) {
            if (window.kind() == LimitWindow.Kind.WEIGHT) {
                window.take(nowMs, weight);
            } else if (window.kind() == LimitWindow.Kind.REQUESTS) {
                window.take(nowMs, 1);
            }
        }
    }

    /** An order is no longer on its way: it was answered, or given up. */
    synchronized void onOrderEnded(final long ticket) {
        ordersOnTheirWay.remove(ticket);
    }

    /** {@return about how many orders may leave now} */
    synchronized long availableToOrders() {
        final long nowMs = clock.nowMs();
        if (nowMs < ordersPausedUntilMs) {
            return 0;
        }
        final long byVenue = Math.min(ordersLeft(nowMs), requestsLeft(nowMs, true));
        return Math.max(0, Math.min(byVenue, budget.availableToOrders()));
    }

    private long ordersLeft(final long nowMs) {
        long left = Long.MAX_VALUE;
        for (final LimitWindow window : windows) {
            if (window.kind() == LimitWindow.Kind.ORDERS) {
                left = Math.min(left, window.left(nowMs, 0));
            }
        }
        return left;
    }

    private long requestsLeft(final long nowMs, final boolean ofOrder) {
        long left = Long.MAX_VALUE;
        for (final LimitWindow window : windows) {
            if (window.kind() != LimitWindow.Kind.ORDERS) {
                left = Math.min(left, window.left(nowMs, ofOrder ? rateLimit.reservedBps() : 0));
            }
        }
        return left;
    }

    /**
     * The venue has told by headers what is used.
     *
     * @param ticket of the order that this is the answer to, {@link #NONE} if it is to another request.
     */
    synchronized void onHeaders(final MultiMap headers, final long ticket) {
        final long nowMs = clock.nowMs();
        headers.forEach((name, value) -> {
            final String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(WEIGHT_HEADER)) {
                onUsed(LimitWindow.Kind.WEIGHT, lower.substring(WEIGHT_HEADER.length()), value, nowMs, NONE);
            } else if (lower.startsWith(ORDERS_HEADER)) {
                onUsed(LimitWindow.Kind.ORDERS, lower.substring(ORDERS_HEADER.length()), value, nowMs, ticket);
            }
        });
    }

    private void onUsed(
            final LimitWindow.Kind kind,
            final String interval,
            final String value,
            final long nowMs,
            final long ticket) {
        final Matcher form = INTERVAL.matcher(interval);
        if (!form.matches() || !value.matches("\\d{1,15}")) {
            return;
        }
        final long intervalMs = Long.parseLong(form.group(1)) * UNIT_MS.get(form.group(2));
        final long used = Long.parseLong(value);
        for (final LimitWindow window : windows) {
            if (window.kind() == kind && window.intervalMs() == intervalMs) {
                if (ordersOnTheirWay.containsKey(ticket)) {
                    window.onUsed(nowMs, used + uncounted(ticket), used + mostUncounted(ticket));
                } else {
                    window.onUsed(nowMs, used);
                }
            }
        }
        if (kind == LimitWindow.Kind.WEIGHT && rateLimit.intervalNs() == intervalMs * 1_000_000L) {
            budget.onUsed(used);
        }
    }

    /** What the venue had counted when it answered an order leaves out those sent after it and those not answered yet, as far as we know. */
    private long uncounted(final long ticket) {
        return lastTicket - ticket + ordersOnTheirWay.headMap(ticket).size();
    }

    /** Answers overtake each other: any that was on its way with the order may have been counted after it, and answered before. */
    private long mostUncounted(final long ticket) {
        return lastTicket - ticket + ordersOnTheirWay.get(ticket);
    }

    /**
     * The venue has refused a request for its limits.
     *
     * @param retryAfter header Retry-After, s, or null.
     * @param code       the venue's.
     * @return s for which nothing leaves.
     */
    synchronized long onRateLimited(final String retryAfter, final int code) {
        final boolean said = retryAfter != null && retryAfter.matches("\\d{1,9}");
        final long pauseS = Math.min(MAX_PAUSE_S, said ? Long.parseLong(retryAfter) : DEFAULT_PAUSE_S);
        if (code == TOO_MANY_ORDERS) {
            ordersPausedUntilMs = Math.max(ordersPausedUntilMs, clock.nowMs() + pauseS * 1_000);
        } else {
            budget.pause(pauseS * 1_000_000_000L);
        }
        return pauseS;
    }
}
