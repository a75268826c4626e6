package io.weir.simulator.binance;

import io.weir.simulator.RateLimits;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Order;
import java.util.HashMap;
import java.util.Map;

/**
 * Request weight per source address, and unfilled orders per account, in fixed windows aligned to the clock. Going on after 429 ends
 * in a ban (418) that doubles each time.
 */
final class RateLimiter {
    static final long MINUTE_MS = 60_000;
    static final long TEN_SECONDS_MS = 10_000;
    static final long DAY_MS = 86_400_000;

    private static final int REFUSALS_BEFORE_BAN = 10;
    private static final long MAX_BAN_MS = 3 * DAY_MS;
    private static final int MAX_ADDRESSES = 10_000;

    private final RateLimits limits;
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<Account, Count> tenSeconds = new HashMap<>();
    private final Map<Account, Count> days = new HashMap<>();

    RateLimiter(final RateLimits limits) {
        this.limits = limits;
    }

    RateLimits limits() {
        return limits;
    }

    /** Charges a request; 200 if it may be worked, else 429 or 418. */
    int charge(final String address, final int weight, final long nowMs) {
        if (sources.size() >= MAX_ADDRESSES && !sources.containsKey(address)) {
            sources.clear();
        }
        final Source source = sources.computeIfAbsent(address, a -> new Source());
        if (nowMs < source.bannedUntilMs) {
            return Answer.BANNED;
        }
        source.weight.add(weight, nowMs / MINUTE_MS);
        if (source.weight.count <= limits.weightPerMinute()) {
            source.refusals = 0;
            return Answer.OK;
        }
        if (++source.refusals <= REFUSALS_BEFORE_BAN) {
            return Answer.TOO_MANY;
        }
        source.refusals = 0;
        source.bannedUntilMs = nowMs + Math.min(MAX_BAN_MS, limits.banS() * 1_000L << Math.min(source.bans++, 20));
        return Answer.BANNED;
    }

    /** Weight used in the current minute. */
    long usedWeight(final String address, final long nowMs) {
        final Source source = sources.get(address);
        return source == null ? 0 : source.weight.at(nowMs / MINUTE_MS);
    }

    /** When a refused address may come again, ms since 1970. */
    long retryAtMs(final String address, final long nowMs) {
        final Source source = sources.get(address);
        return source != null && nowMs < source.bannedUntilMs
                ? source.bannedUntilMs
                : (nowMs / MINUTE_MS + 1) * MINUTE_MS;
    }

    /** Whether the account may place another order; counts it if so. The answer is null, or the limit that stands in the way. */
    String countOrder(final Account account, final long nowMs) {
        final Count ten = tenSeconds.computeIfAbsent(account, a -> new Count());
        final Count day = days.computeIfAbsent(account, a -> new Count());
        if (ten.at(nowMs / TEN_SECONDS_MS) >= limits.ordersPer10s()) {
            return limits.ordersPer10s() + " orders per 10 SECOND";
        }
        if (day.at(nowMs / DAY_MS) >= limits.ordersPerDay()) {
            return limits.ordersPerDay() + " orders per 1 DAY";
        }
        ten.add(1, nowMs / TEN_SECONDS_MS);
        day.add(1, nowMs / DAY_MS);
        return null;
    }

    /** The first fill of an order gives its count back, if its window still runs. */
    void onFirstFill(final Order order, final long nowMs) {
        giveBack(tenSeconds.get(order.account()), order.createdMs() / TEN_SECONDS_MS, nowMs / TEN_SECONDS_MS);
        giveBack(days.get(order.account()), order.createdMs() / DAY_MS, nowMs / DAY_MS);
    }

    private static void giveBack(final Count count, final long createdWindow, final long window) {
        if (count != null && createdWindow == window && count.at(window) > 0) {
            count.add(-1, window);
        }
    }

    long ordersIn10s(final Account account, final long nowMs) {
        final Count count = tenSeconds.get(account);
        return count == null ? 0 : count.at(nowMs / TEN_SECONDS_MS);
    }

    long ordersToday(final Account account, final long nowMs) {
        final Count count = days.get(account);
        return count == null ? 0 : count.at(nowMs / DAY_MS);
    }

    private static final class Source {
        private final Count weight = new Count();
        private int refusals;
        private int bans;
        private long bannedUntilMs;
    }

    private static final class Count {
        private long window;
        private long count;

        void add(final long more, final long currentWindow) {
            count = at(currentWindow) + more;
            window = currentWindow;
        }

        long at(final long currentWindow) {
            return window == currentWindow ? count : 0;
        }
    }
}
