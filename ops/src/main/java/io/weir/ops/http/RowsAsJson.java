package io.weir.ops.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.weir.store.ExecutionRow;
import io.weir.store.OrderRow;
import io.weir.store.query.Page;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Rows as JSON with FIX's names. Decimals are strings, so that no reader makes binary floats of them; what FIX would leave
 * out is null.
 */
final class RowsAsJson implements Rendering {
    @Override
    public String orders(final Page<OrderRow> page) {
        return page("orders", page, RowsAsJson::order);
    }

    @Override
    public String executions(final Page<ExecutionRow> page) {
        return page("executions", page, RowsAsJson::execution);
    }

    @Override
    public String contentType() {
        return Json.CONTENT_TYPE;
    }

    private static <R> String page(final String name, final Page<R> page, final RowWriter<R> writer) {
        return Json.object(json -> {
            json.writeArrayFieldStart(name);
            for (final R row : page.rows()) {
                json.writeStartObject();
                writer.write(json, row);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (page.next() == Page.LAST) {
                json.writeNullField("next");
            } else {
                json.writeNumberField("next", page.next());
            }
        });
    }

    private static void order(final JsonGenerator json, final OrderRow order) throws IOException {
        json.writeNumberField("orderId", order.orderId());
        json.writeStringField("clOrdId", order.clOrdId());
        json.writeStringField("account", order.account());
        json.writeStringField("symbol", order.symbol());
        json.writeStringField("side", order.side());
        json.writeStringField("ordType", order.ordType());
        json.writeStringField("timeInForce", order.timeInForce());
        json.writeStringField("ordStatus", order.ordStatus().name());
        decimal(json, "orderQty", order.orderQty());
        decimal(json, "price", order.price());
        decimal(json, "leavesQty", order.leavesQty());
        decimal(json, "cumQty", order.cumQty());
        decimal(json, "cumNotional", order.cumNotional());
        decimal(json, "avgPx", order.avgPx());
        json.writeNumberField("sessionId", order.sessionId());
        json.writeStringField("createdAt", order.createdAt().toString());
        json.writeStringField("updatedAt", order.updatedAt().toString());
        json.writeNumberField("eventSeq", order.eventSeq());
        json.writeStringField("text", order.text());
    }

    private static void execution(final JsonGenerator json, final ExecutionRow execution) throws IOException {
        json.writeNumberField("execId", execution.execId());
        id(json, "orderId", execution.orderId());
        json.writeStringField("clOrdId", execution.clOrdId());
        text(json, "origClOrdId", execution.origClOrdId());
        json.writeStringField("account", execution.account());
        json.writeStringField("symbol", execution.symbol());
        json.writeStringField("side", execution.side());
        json.writeStringField("execType", execution.execType().name());
        json.writeStringField("ordStatus", execution.ordStatus().name());
        text(json, "ordRejReason", execution.ordRejReason());
        decimal(json, "lastQty", execution.lastQty());
        decimal(json, "lastPx", execution.lastPx());
        text(json, "lastMkt", execution.lastMkt());
        id(json, "childOrderId", execution.childOrderId());
        text(json, "venueExecId", execution.venueExecId());
        decimal(json, "commission", execution.commission());
        text(json, "commCurrency", execution.commCurrency());
        decimal(json, "leavesQty", execution.leavesQty());
        decimal(json, "cumQty", execution.cumQty());
        json.writeNumberField("sessionId", execution.sessionId());
        json.writeStringField("transactTime", execution.transactTime().toString());
        json.writeNumberField("eventSeq", execution.eventSeq());
        json.writeStringField("text", execution.text());
    }

    private static void decimal(final JsonGenerator json, final String name, final BigDecimal value)
            throws IOException {
        json.writeStringField(name, value == null ? null : value.toPlainString());
    }

    private static void text(final JsonGenerator json, final String name, final String value) throws IOException {
        json.writeStringField(name, value.isEmpty() ? null : value);
    }

    private static void id(final JsonGenerator json, final String name, final long value) throws IOException {
        if (value == 0) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private interface RowWriter<R> {
        void write(JsonGenerator json, R row) throws IOException;
    }
}
