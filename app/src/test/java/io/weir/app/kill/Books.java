package io.weir.app.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.protocol.fix.ExecType;
import io.weir.simulator.VenueSimulator;
import io.weir.store.ExecutionRow;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import io.weir.store.StoreUnavailable;
import io.weir.store.query.ExecutionQuery;
import io.weir.store.query.Filters;
import io.weir.store.query.Page;
import io.weir.store.query.StoreQueries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Executions as the venues and as the store have them, in one form, so that the two can be compared. */
final class Books {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Books() {}

    /** {@return {@code venue/execId -> side qty@px} of each execution that the venue has on record} */
    static Map<String, String> ofVenue(final String venue, final VenueSimulator simulator, final boolean idsByTrade) {
        final Map<String, String> executions = new TreeMap<>();
        simulator.audit().executions(null, line -> {
            final JsonNode execution = parse(line);
            final String id = idsByTrade
                    ? execution.get("symbol").asText() + ":"
                            + execution.get("tradeId").asText()
                            + (execution.get("side").asText().equals("BUY") ? ":B" : ":S")
                    : execution.get("execId").asText();
            executions.put(venue + "/" + id, words(execution));
        });
        return executions;
    }

    private static String words(final JsonNode execution) {
        return execution.get("side").asText() + " "
                + new BigDecimal(execution.get("lastQty").asText())
                        .stripTrailingZeros()
                        .toPlainString() + "@"
                + new BigDecimal(execution.get("lastPx").asText())
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** {@return the same of each execution in the store; ExecID(17) of ours goes to {@code execIds}} */
    static Map<String, String> ofStore(final Path directory, final Map<String, ExecutionRow> rowByExecId) {
        final Map<String, String> executions = new TreeMap<>();
        try (Store store = Store.openReadOnly(StoreConfig.embedded(directory))) {
            final StoreQueries queries = new StoreQueries(store);
            long next = 0;
            do {
                final Map<String, String> filters = new HashMap<>();
                filters.put("limit", String.valueOf(Filters.MAX_LIMIT));
                if (next > 0) {
                    filters.put("before", String.valueOf(next));
                }
                final Page<ExecutionRow> page = queries.executions(ExecutionQuery.read(new Filters(filters)));
                page.rows().forEach(row -> take(row, executions, rowByExecId));
                next = page.next();
            } while (next != Page.LAST);
        } catch (final StoreUnavailable e) {
            throw new IllegalStateException("the store does not open", e);
        }
        return executions;
    }

    private static void take(
            final ExecutionRow row, final Map<String, String> executions, final Map<String, ExecutionRow> rowByExecId) {
        if (row.execType() == ExecType.TRADE) {
            rowByExecId.put(String.valueOf(row.execId()), row);
            final String words =
                    row.side() + " " + row.lastQty().stripTrailingZeros().toPlainString() + "@"
                            + row.lastPx().stripTrailingZeros().toPlainString();
            final String earlier = executions.put(row.lastMkt() + "/" + row.venueExecId(), words);
            if (earlier != null) {
                throw new IllegalStateException("execution " + row.venueExecId() + " stands twice in the store");
            }
        }
    }

    private static JsonNode parse(final String line) {
        try {
            return JSON.readTree(line);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
