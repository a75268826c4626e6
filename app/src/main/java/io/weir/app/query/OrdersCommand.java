package io.weir.app.query;

import io.weir.ops.http.Rendering;
import io.weir.store.query.Filters;
import io.weir.store.query.OrderQuery;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gateway orders}. */
@Command(
        name = "orders",
        description = "Shows orders, newest first, while the gateway runs and while it does not.",
        mixinStandardHelpOptions = true)
public final class OrdersCommand implements Callable<Integer> {
    @Mixin
    private QueryOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final Filters filters = new Filters(options.filters());
        final OrderQuery query = OrderQuery.read(filters);
        final Rendering rendering = options.json() ? Rendering.JSON : Rendering.TABLE;
        return new Asking(spec, options)
                .ask("/orders", options.filters(), filters, queries -> rendering.orders(queries.orders(query)));
    }
}
