package io.weir.store.query;

import io.weir.protocol.fix.OrdStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Which executions, newest first.
 *
 * @param account        Account(1), {@link Filters#ANY} for all.
 * @param clOrdId        ClOrdID(11), {@link Filters#ANY} for all.
 * @param orderId        OrderID(37), 0 for all.
 * @param symbol         Symbol(55), {@link Filters#ANY} for all.
 * @param ordStatus      OrdStatus(39) that the report left the order in, empty for all.
 * @param from           TransactTime(60) at or after; {@link Instant#MIN} for all.
 * @param to             TransactTime(60) before; {@link Instant#MAX} for all.
 * @param beforeEventSeq events below this only; {@link Long#MAX_VALUE} for the newest.
 * @param limit          most rows, 1 to {@value Filters#MAX_LIMIT}.
 */
public record ExecutionQuery(
        String account,
        String clOrdId,
        long orderId,
        String symbol,
        Optional<OrdStatus> ordStatus,
        Instant from,
        Instant to,
        long beforeEventSeq,
        int limit) {
    /** The newest executions of all accounts. */
    public static final ExecutionQuery NEWEST = new ExecutionQuery(
            Filters.ANY,
            Filters.ANY,
            0,
            Filters.ANY,
            Optional.empty(),
            Instant.MIN,
            Instant.MAX,
            Long.MAX_VALUE,
            Filters.DEFAULT_LIMIT);

    /**
     * Reads it from what was typed.
     *
     * @param filters as of {@link OrderQuery#read}, and {@code orderId}.
     * @return the query; of no use if there are faults.
     */
    public static ExecutionQuery read(final Filters filters) {
        final ExecutionQuery query = new ExecutionQuery(
                filters.name("account"),
                filters.id("clOrdId"),
                filters.number("orderId", 1, Long.MAX_VALUE, 0),
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
