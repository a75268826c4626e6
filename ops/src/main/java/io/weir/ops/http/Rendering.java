package io.weir.ops.http;

import io.weir.store.ExecutionRow;
import io.weir.store.OrderRow;
import io.weir.store.query.Page;

/** A form in which rows are shown. Pure; any thread. */
public interface Rendering {
    /** For programs: {@link RowsAsJson}. */
    Rendering JSON = new RowsAsJson();

    /** For a terminal: {@link RowsAsTable}. */
    Rendering TABLE = new RowsAsTable();

    /**
     * Shows orders.
     *
     * @param page newest first.
     * @return the whole text.
     */
    String orders(Page<OrderRow> page);

    /**
     * Shows executions.
     *
     * @param page newest first.
     * @return the whole text.
     */
    String executions(Page<ExecutionRow> page);

    /** {@return the Content-Type of the text} */
    String contentType();
}
