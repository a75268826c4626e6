package io.weir.store.query;

import io.weir.protocol.fix.OrdStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Which orders, newest first.
 *
 * @param account       Account(1), {@link Filters#ANY} for all.
 * @param clOrdId       ClOrdID(11), {@link Filters#ANY} for all.
 * @param symbol        Symbol(55), {@link Filters#ANY} for all.
 * @param ordStatus     OrdStatus(39), empty for all.
 * @param from          created at or after; {@link Instant#MIN} for all.
 * @param to            created before; {@link Instant#MAX} for all.
 * @param beforeOrderId OrderIDs below this only; {@link Long#MAX_VALUE} for the newest.
 * @param limit         most rows, 1 to {@value Filters#MAX_LIMIT}.
 */
public record OrderQuery(
        String account,
        String clOrdId,
        String symbol,
        Optional<OrdStatus> ordStatus,
        Instant from,
        Instant to,
        long beforeOrderId,
        int limit) {
    /** The newest orders of all accounts. */
    public static final OrderQuery NEWEST = new OrderQuery(
            Filters.ANY,
            Filters.ANY,
            Filters.ANY,
            Optional.empty(),
            Instant.MIN,
            Instant.MAX,
            Long.MAX_VALUE,
            Filters.DEFAULT_LIMIT);

    /**
     * Reads it from what was typed.
     *
     * @param filters {@code account}, {@code clOrdId}, {@code status}, {@code symbol}, {@code from}, {@code to},
     *                {@code before} and {@code limit}; its faults tell what was wrong.
     * @return the query; of no use if there are faults.
     */
    public static OrderQuery read(final Filters filters) {
        final OrderQuery query = new OrderQuery(
                filters.name("account"),
                filters.id("clOrdId"),
                filters.name("symbol"),
                filters.ordStatus("status"),
                filters.instant("from", Instant.MIN),
                filters.instant("to", Instant.MAX),
                filters.before(),
                filters.limit());
        filters.check();
        return query;
    }
}
