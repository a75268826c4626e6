package io.weir.simulator.fault;

import java.util.Set;

/**
 * When one kind of fault strikes.
 *
 * @param remaining how often it still may strike; {@link #UNLIMITED} for no bound.
 * @param probability chance per occasion, above 0 to 1.
 * @param delayMs for the kinds that last: how long, 0 to {@value #MAX_DELAY_MS} ms.
 * @param requests which requests it strikes; not looked at for reports and depth.
 */
public record Arming(long remaining, double probability, long delayMs, Set<RequestKind> requests) {
    /** No bound on how often. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** Ten minutes: the longest that a fault may delay anything. */
    public static final long MAX_DELAY_MS = 600_000;

    /** What changes orders: the default set of requests. */
    public static final Set<RequestKind> ORDER_ENTRY =
            Set.of(RequestKind.PLACE, RequestKind.CANCEL, RequestKind.REPLACE);

    /** Checks the bounds and names the first that does not hold. */
    public Arming {
        if (remaining < 1) {
            throw new IllegalArgumentException("count " + remaining + " must be 1 or more");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability " + probability + " must be above 0 and at most 1");
        }
        if (delayMs < 0 || delayMs > MAX_DELAY_MS) {
            throw new IllegalArgumentException("delayMs " + delayMs + " must be 0 to " + MAX_DELAY_MS);
        }
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("requests must name at least one of PLACE, CANCEL, REPLACE, QUERY");
        }
        requests = Set.copyOf(requests);
    }

    /** Strikes the next {@code count} requests that change orders. */
    public static Arming next(final long count) {
        return new Arming(count, 1, 0, ORDER_ENTRY);
    }

    /** Strikes each occasion with a chance, without end. */
    public static Arming chance(final double probability) {
        return new Arming(UNLIMITED, probability, 0, ORDER_ENTRY);
    }

    /** The same with a delay in ms. */
    public Arming withDelayMs(final long newDelayMs) {
        return new Arming(remaining, probability, newDelayMs, requests);
    }

    /** The same for other requests. */
    public Arming on(final Set<RequestKind> newRequests) {
        return new Arming(remaining, probability, delayMs, newRequests);
    }

    Arming struck() {
        return new Arming(remaining - 1, probability, delayMs, requests);
    }
}
