package io.weir.app.query;

import io.weir.ops.http.Rendering;
import io.weir.store.query.ExecutionQuery;
import io.weir.store.query.Filters;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gateway executions}. */
@Command(
        name = "executions",
        description = "Shows executions, newest first, while the gateway runs and while it does not.",
        mixinStandardHelpOptions = true)
public final class ExecutionsCommand implements Callable<Integer> {
    @Mixin
    private QueryOptions options;

    @Option(names = "--order-id", paramLabel = "N", description = "OrderID(37).")
    private String orderId;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final Map<String, String> given = options.filters();
        if (orderId != null) {
            given.put("orderId", orderId);
        }
        final Filters filters = new Filters(given);
        final ExecutionQuery query = ExecutionQuery.read(filters);
        final Rendering rendering = options.json() ? Rendering.JSON : Rendering.TABLE;
        return new Asking(spec, options)
                .ask("/executions", given, filters, queries -> rendering.executions(queries.executions(query)));
    }
}
