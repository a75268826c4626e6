package io.weir.benchmarks.torture;

import io.weir.store.ExecutionRow;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import io.weir.store.StoreUnavailable;
import io.weir.store.query.ExecutionQuery;
import io.weir.store.query.Filters;
import io.weir.store.query.Page;
import io.weir.store.query.StoreAudit;
import io.weir.store.query.StoreQueries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a gateway that is at rest, read whole. */
public final class StoreBook {
    private static final Pattern CHILD = Pattern.compile("child=(\\d+)");

    private final List<ExecutionRow> executions = new ArrayList<>();
    private final List<StoreAudit.AssetBalance> balances;
    private final List<StoreAudit.Route> routes;
    private final List<String> differences;

    /** @param directory of the embedded store; no gateway runs on it. */
    StoreBook(final Path directory) {
        try (Store store = Store.openReadOnly(StoreConfig.embedded(directory))) {
            readExecutions(new StoreQueries(store));
            final StoreAudit audit = new StoreAudit(store);
            balances = audit.balances();
            routes = audit.routes();
            differences = audit.differences();
        } catch (final StoreUnavailable e) {
            throw new IllegalStateException("the store does not open", e);
        }
    }

    private void readExecutions(final StoreQueries queries) throws StoreUnavailable {
        long next = 0;
        do {
            final Map<String, String> filters = new HashMap<>();
            filters.put("limit", String.valueOf(Filters.MAX_LIMIT));
            if (next > 0) {
                filters.put("before", String.valueOf(next));
            }
            final Page<ExecutionRow> page = queries.executions(ExecutionQuery.read(new Filters(filters)));
            executions.addAll(page.rows());
            next = page.next();
        } while (next != Page.LAST);
    }

    /** {@return every report that said something new, newest first} */
    public List<ExecutionRow> executions() {
        return executions;
    }

    List<StoreAudit.AssetBalance> balances() {
        return balances;
    }

    /** {@return what the tables say against each other} */
    List<String> differences() {
        return differences;
    }

    /** {@return our ids of the parts of one order that were sent to venues} */
    Set<Long> children(final long orderId) {
        final Set<Long> children = new TreeSet<>();
        for (final StoreAudit.Route route : routes) {
            if (route.orderId() == orderId) {
                addChildren(route, children);
            }
        }
        return children;
    }

    /** {@return our ids of all parts of orders that were sent to venues} */
    Set<Long> children() {
        final Set<Long> children = new TreeSet<>();
        routes.forEach(route -> addChildren(route, children));
        return children;
    }

    private static void addChildren(final StoreAudit.Route route, final Set<Long> children) {
        final Matcher matcher = CHILD.matcher(route.why());
        while (matcher.find()) {
            children.add(Long.parseLong(matcher.group(1)));
        }
    }

    /** {@return OrderID(37) of the order that was sent to a venue under this id of ours, 0 if none was} */
    long orderOf(final long childOrderId) {
        for (final StoreAudit.Route route : routes) {
            final Set<Long> children = new TreeSet<>();
            addChildren(route, children);
            if (children.contains(childOrderId)) {
                return route.orderId();
            }
        }
        return 0;
    }

    /** {@return the rows of one order, oldest first, and its routes} */
    List<String> history(final long orderId) {
        final List<String> lines = new ArrayList<>();
        routes.stream().filter(route -> route.orderId() == orderId).forEach(route -> lines.add(route.why()));
        for (int row = executions.size() - 1; row >= 0; row--) {
            if (executions.get(row).orderId() == orderId) {
                lines.add(executions.get(row).toString());
            }
        }
        return lines;
    }
}
