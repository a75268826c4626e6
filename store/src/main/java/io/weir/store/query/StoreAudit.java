package io.weir.store.query;

import io.weir.store.Store;
import io.weir.store.StoreUnavailable;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the store with what venues and clients say: venue executions = core fills = store rows. It reads whole tables,
 * so it is for tests and for a person with a question, not for every minute. Any thread; blocks.
 */
public final class StoreAudit {
    /** More differences than this are not listed. */
    public static final int MAX_LISTED = 1_000;

    private final Store store;

    /**
     * Makes one.
     *
     * @param store asked while it is open.
     */
    public StoreAudit(final Store store) {
        this.store = store;
    }

    /**
     * What was executed, summed.
     *
     * @param venue      LastMkt(30).
     * @param symbol     Symbol(55).
     * @param side       Side(54) by name.
     * @param fills      executions of ours.
     * @param venueExecs different ids that the venue gave them; fewer than {@code fills} is a doubled one.
     * @param qty        sum of LastQty(32).
     * @param notional   sum of LastQty(32) times LastPx(31), rounded at 18 digits behind the point.
     */
    public record FillSum(
            String venue,
            String symbol,
            String side,
            long fills,
            long venueExecs,
            BigDecimal qty,
            BigDecimal notional) {}

    /**
     * Sums all executions.
     *
     * @return one a venue, symbol and side, sorted by them.
     * @throws StoreUnavailable if it cannot be asked now.
     */
    public List<FillSum> fillSums() throws StoreUnavailable {
        return store.ask(connection -> {
            try (PreparedStatement statement =
                            connection.prepareStatement("select last_mkt, symbol, side, count(*) as fills,"
                                    + " count(distinct venue_exec_id) as venue_execs, sum(last_qty) as qty,"
                                    + " sum(cast(last_qty * last_px as decimal(38,18))) as notional"
                                    + " from executions where exec_type = 'TRADE' group by last_mkt, symbol, side"
                                    + " order by last_mkt, symbol, side");
                    ResultSet row = statement.executeQuery()) {
                final List<FillSum> sums = new ArrayList<>();
                while (row.next()) {
                    sums.add(new FillSum(
                            row.getString("last_mkt"),
                            row.getString("symbol"),
                            row.getString("side"),
                            row.getLong("fills"),
                            row.getLong("venue_execs"),
                            Rows.decimal(row, "qty"),
                            Rows.decimal(row, "notional")));
                }
                return sums;
            }
        });
    }

    /**
     * What an account owns at a venue, as the journal said last.
     *
     * @param account  Account(1).
     * @param venue    its name.
     * @param asset    of which.
     * @param total    owned.
     * @param reserved of that, set aside for open orders.
     */
    public record AssetBalance(String account, String venue, String asset, BigDecimal total, BigDecimal reserved) {}

    /**
     * All balances.
     *
     * @return sorted by account, venue and asset.
     * @throws StoreUnavailable if it cannot be asked now.
     */
    public List<AssetBalance> balances() throws StoreUnavailable {
        return store.ask(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                            "select account, venue, asset, total, reserved from balances order by account, venue, asset");
                    ResultSet row = statement.executeQuery()) {
                final List<AssetBalance> balances = new ArrayList<>();
                while (row.next()) {
                    balances.add(new AssetBalance(
                            row.getString("account"),
                            row.getString("venue"),
                            row.getString("asset"),
                            Rows.decimal(row, "total"),
                            Rows.decimal(row, "reserved")));
                }
                return balances;
            }
        });
    }

    /**
     * One routing of an order.
     *
     * @param orderId OrderID(37).
     * @param why     what the router chose and saw; each part sent to a venue is named by {@code child=} and its id.
     */
    public record Route(long orderId, String why) {}

    /**
     * All routings.
     *
     * @return in the order of the journal.
     * @throws StoreUnavailable if it cannot be asked now.
     */
    public List<Route> routes() throws StoreUnavailable {
        return store.ask(connection -> {
            try (PreparedStatement statement =
                            connection.prepareStatement("select order_id, why from routes order by event_seq");
                    ResultSet row = statement.executeQuery()) {
                final List<Route> routes = new ArrayList<>();
                while (row.next()) {
                    routes.add(new Route(row.getLong("order_id"), row.getString("why")));
                }
                return routes;
            }
        });
    }

    /**
     * All ids that one venue gave its executions, to be compared with the venue's own.
     *
     * @param venue LastMkt(30).
     * @return sorted by symbol and id, one {@code symbol/id} for each execution, doubled ones twice.
     * @throws StoreUnavailable if it cannot be asked now.
     */
    public List<String> venueExecIds(final String venue) throws StoreUnavailable {
        return store.ask(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select symbol, venue_exec_id from executions"
                            + " where exec_type = 'TRADE' and last_mkt = ? order by symbol, venue_exec_id")) {
                statement.setString(1, venue);
                final List<String> ids = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getString(1) + "/" + row.getString(2));
                    }
                }
                return ids;
            }
        });
    }

    /**
     * Orders whose row and executions disagree: CumQty is not the sum of LastQty, an open order's CumQty + LeavesQty is not
     * OrderQty, or an execution has no order.
     *
     * @return sentences with ids, at most {@value #MAX_LISTED} of each kind; none in a sound store.
     * @throws StoreUnavailable if it cannot be asked now.
     */
    public List<String> differences() throws StoreUnavailable {
        final List<String> found = new ArrayList<>();
        found.addAll(sentences("select 'orderId=' || o.order_id || ' cumQty=' || o.cum_qty || ' but its fills sum to '"
                + " || coalesce(e.qty, 0) from orders o left join (select order_id, sum(last_qty) as qty from executions"
                + " where exec_type = 'TRADE' group by order_id) e on e.order_id = o.order_id"
                + " where o.cum_qty <> coalesce(e.qty, 0)"));
        found.addAll(
                sentences("select 'orderId=' || order_id || ' orderQty=' || order_qty || ' is not cumQty=' || cum_qty"
                        + " || ' plus leavesQty=' || leaves_qty from orders where leaves_qty <> 0"
                        + " and cum_qty + leaves_qty <> order_qty"));
        found.addAll(
                sentences(
                        "select 'execId=' || e.exec_id || ' has no order ' || e.order_id from executions e"
                                + " left join orders o on o.order_id = e.order_id where e.order_id is not null and o.order_id is null"));
        return found;
    }

    private List<String> sentences(final String sql) throws StoreUnavailable {
        return store.ask(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement(sql + " fetch first " + MAX_LISTED + " rows only")) {
                final List<String> sentences = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        sentences.add(row.getString(1));
                    }
                }
                return sentences;
            }
        });
    }
}
