package io.weir.app.query;

import io.weir.config.Settings;
import io.weir.store.StoreConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What both commands take. The filters go on as they were typed: the store says what is wrong with them. */
final class QueryOptions {
    @Option(names = "--account", paramLabel = "NAME", description = "Account(1).")
    private String account;

    @Option(
            names = "--cl-ord-id",
            paramLabel = "ID",
            description = "ClOrdID(11); an order is found by each that it ever had.")
    private String clOrdId;

    @Option(names = "--status", paramLabel = "STATUS", description = "OrdStatus(39), as FIX names it or its code.")
    private String status;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Symbol(55).")
    private String symbol;

    @Option(names = "--from", paramLabel = "TIME", description = "At or after: 2026-11-22 or 2026-11-22T09:30:00Z.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before.")
    private String to;

    @Option(names = "--limit", paramLabel = "N", description = "Most rows, 1 to 1000; 100 if not given.")
    private String limit;

    @Option(names = "--before", paramLabel = "N", description = "The next page: what the end of the last one says.")
    private String before;

    @Option(names = "--json", description = "JSON instead of a table.")
    private boolean json;

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory of the gateway; data if not given.")
    private Path dataDir;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings of the gateway; needed for a store in PostgreSQL while no gateway runs.")
    private Path config;

    boolean json() {
        return json;
    }

    /** {@return the filters that were given, by the names that HTTP has for them} */
    Map<String, String> filters() {
        final Map<String, String> filters = new LinkedHashMap<>();
        put(filters, "account", account);
        put(filters, "clOrdId", clOrdId);
        put(filters, "status", status);
        put(filters, "symbol", symbol);
        put(filters, "from", from);
        put(filters, "to", to);
        put(filters, "limit", limit);
        put(filters, "before", before);
        return filters;
    }

    private static void put(final Map<String, String> filters, final String name, final String value) {
        if (value != null) {
            filters.put(name, value);
        }
    }

    /** {@return the data directory: as typed, else as the settings say, else {@code data}} */
    Path dataDir() {
        if (dataDir != null) {
            return dataDir;
        }
        return Path.of(config == null ? "data" : Settings.load(config).text("data-dir", "data"));
    }

    /** {@return where the store of that gateway is} */
    StoreConfig store() {
        final Path directory = dataDir().resolve("store");
        if (config == null) {
            return StoreConfig.embedded(directory);
        }
        final Settings settings = Settings.load(config);
        final boolean demo = "demo".equals(settings.text("profile", ""));
        return StoreConfig.read(settings.section("store"), directory, demo);
    }
}
