package io.weir.simulator;

/**
 * Rate limits of a Binance venue, counted in fixed windows aligned to the clock.
 *
 * @param weightPerMinute request weight per source address and minute.
 * @param ordersPer10s unfilled orders per account and 10 s.
 * @param ordersPerDay unfilled orders per account and day.
 * @param streamMessagesPerSecond what a client of the market streams may send.
 * @param banS how long the first ban (418) lasts, in seconds; each further one doubles it up to 3 days.
 */
public record RateLimits(
        int weightPerMinute, int ordersPer10s, int ordersPerDay, int streamMessagesPerSecond, int banS) {
    /** As the venue documents them: 6000 weight a minute, 100 orders per 10 s, 200000 a day, 5 messages, 2 minutes. */
    public static final RateLimits DOCUMENTED = new RateLimits(6_000, 100, 200_000, 5, 120);

    /** Wide enough never to be met by a demonstration or a load test. */
    public static final RateLimits WIDE = new RateLimits(200_000_000, 50_000_000, 2_000_000_000, 1_000, 120);

    /** Refuses limits below one. */
    public RateLimits {
        if (weightPerMinute < 1 || ordersPer10s < 1 || ordersPerDay < 1 || streamMessagesPerSecond < 1 || banS < 1) {
            throw new IllegalArgumentException("rate limits must each be 1 or more: " + weightPerMinute + ", "
                    + ordersPer10s + ", " + ordersPerDay + ", " + streamMessagesPerSecond + ", " + banS);
        }
    }
}
