package io.weir.store.query;

import io.weir.store.ExecutionRow;
import io.weir.store.OrderRow;
import io.weir.store.Store;
import io.weir.store.StoreUnavailable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Answers questions about orders and executions. Any thread, but none that must not wait: it blocks on the database. */
public final class StoreQueries {
    private static final String EXECUTIONS = "select * from executions";

    private final Store store;

    /**
     * Makes one.
     *
     * @param store asked while it is open.
     */
    public StoreQueries(final Store store) {
        this.store = store;
    }

    /**
     * Finds orders. By ClOrdID: those that have it, and those that had it before a replace.
     *
     * @param query which.
     * @return newest first.
     * @throws StoreUnavailable if they cannot be asked for now.
     */
    public Page<OrderRow> orders(final OrderQuery query) throws StoreUnavailable {
        final Select select = new Select("select * from orders");
        if (!query.clOrdId().equals(Filters.ANY)) {
            select.in("order_id", orderIds(query.clOrdId()));
        }
        select.equal("account", query.account())
                .equal("symbol", query.symbol())
                .equal("ord_status", query.ordStatus().map(Enum::name).orElse(Filters.ANY))
                .notBefore("created_at", query.from())
                .before("created_at", query.to())
                .below("order_id", query.beforeOrderId())
                .newest("order_id", query.limit() + 1);
        return page(rows(select, Rows::order), query.limit(), row -> row.orderId());
    }

    /**
     * Finds executions. By ClOrdID: all of the orders that have or had it, and the rejects that made no order.
     *
     * @param query which.
     * @return newest first.
     * @throws StoreUnavailable if they cannot be asked for now.
     */
    public Page<ExecutionRow> executions(final ExecutionQuery query) throws StoreUnavailable {
        if (query.clOrdId().equals(Filters.ANY)) {
            return page(executions(new Select(EXECUTIONS), query), query.limit(), row -> row.eventSeq());
        }
        final List<ExecutionRow> rows =
                new ArrayList<>(executions(new Select(EXECUTIONS).in("order_id", orderIds(query.clOrdId())), query));
        rows.addAll(executions(new Select(EXECUTIONS).absent("order_id").equal("cl_ord_id", query.clOrdId()), query));
        rows.sort(Comparator.comparingLong(ExecutionRow::eventSeq).reversed());
        return page(rows, query.limit(), row -> row.eventSeq());
    }

    private List<ExecutionRow> executions(final Select select, final ExecutionQuery query) throws StoreUnavailable {
        select.equal("account", query.account())
                .equalId("order_id", query.orderId())
                .equal("symbol", query.symbol())
                .equal("ord_status", query.ordStatus().map(Enum::name).orElse(Filters.ANY))
                .notBefore("transact_time", query.from())
                .before("transact_time", query.to())
                .below("event_seq", query.beforeEventSeq())
                .newest("event_seq", query.limit() + 1);
        return rows(select, Rows::execution);
    }

    /** A ClOrdID is unique for one client and day; so the newest orders that have or had it are enough. */
    private List<Long> orderIds(final String clOrdId) throws StoreUnavailable {
        final TreeSet<Long> ids = new TreeSet<>();
        for (final String table : List.of("orders", "replaced_cl_ord_ids")) {
            final Select select = new Select("select order_id from " + table)
                    .equal("cl_ord_id", clOrdId)
                    .newest("order_id", Filters.MAX_LIMIT);
            ids.addAll(rows(select, row -> row.getLong(1)));
        }
        return List.copyOf(ids);
    }

    private <R> List<R> rows(final Select select, final RowReader<R> reader) throws StoreUnavailable {
        return store.ask(connection -> {
            try (PreparedStatement statement = select.prepare(connection)) {
                statement.setQueryTimeout((int) store.config().queryTimeout().toSeconds());
                final List<R> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(reader.read(result));
                    }
                }
                return rows;
            }
        });
    }

    /** One row more than asked for was fetched: that it is there says that there are more. */
    private static <R> Page<R> page(final List<R> rows, final int limit, final KeyOf<R> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Page.LAST);
        }
        return new Page<>(rows.subList(0, limit), key.of(rows.get(limit - 1)));
    }

    private interface RowReader<R> {
        R read(ResultSet result) throws SQLException;
    }

    private interface KeyOf<R> {
        long of(R row);
    }
}
