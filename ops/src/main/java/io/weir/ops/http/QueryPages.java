package io.weir.ops.http;

import io.weir.store.StoreUnavailable;
import io.weir.store.query.ExecutionQuery;
import io.weir.store.query.Filters;
import io.weir.store.query.OrderQuery;
import io.weir.store.query.StoreQueries;
import java.util.Map;

/** {@code GET /orders} and {@code GET /executions}. Blocks on the database: called on worker threads. */
final class QueryPages {
    private final StoreQueries queries;

    QueryPages(final StoreQueries queries) {
        this.queries = queries;
    }

    Answer orders(final Map<String, String> parameters, final Rendering rendering) {
        final Filters filters = new Filters(parameters);
        final OrderQuery query = OrderQuery.read(filters);
        return answer(filters, rendering, () -> rendering.orders(queries.orders(query)));
    }

    Answer executions(final Map<String, String> parameters, final Rendering rendering) {
        final Filters filters = new Filters(parameters);
        final ExecutionQuery query = ExecutionQuery.read(filters);
        return answer(filters, rendering, () -> rendering.executions(queries.executions(query)));
    }

    private static Answer answer(final Filters filters, final Rendering rendering, final Asking asking) {
        if (!filters.faults().isEmpty()) {
            return Answer.faults(Answer.BAD_REQUEST, filters.faults());
        }
        try {
            return new Answer(Answer.OK, rendering.contentType(), asking.ask());
        } catch (final StoreUnavailable e) {
            return Answer.fault(Answer.UNAVAILABLE, e.getMessage());
        }
    }

    private interface Asking {
        String ask() throws StoreUnavailable;
    }
}
