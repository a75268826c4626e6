package io.weir.benchmarks.torture;

import java.util.List;
import java.util.function.ToLongFunction;

/** What happened in a drill, counted: a line each. */
public final class Tally {
    private final StringBuilder table = new StringBuilder();

    /** Adds a line; {@return this} */
    public Tally row(final String name, final Object value) {
        table.append("  %-36s %s%n".formatted(name, value));
        return this;
    }

    /** Adds a line with the sum of a figure over all clients; {@return this} */
    public Tally row(final String name, final List<Trader> traders, final ToLongFunction<Trader> figure) {
        return row(name, traders.stream().mapToLong(figure).sum());
    }

    /** Adds what clients and venues have on record; {@code books} may be null: they were not read; {@return this} */
    public Tally reports(final List<Trader> traders, final Books books) {
        row("reports", traders, trader -> trader.desk().executions().size());
        row("fills at the clients", traders, trader -> trader.desk().execIds().size());
        if (books != null) {
            row("executions at the venues", books.deals());
        }
        return this;
    }

    /** Adds how much is wrong; {@return this} */
    public Tally findings(final Findings findings) {
        return row("lost", findings.lost()).row("doubled", findings.doubled()).row("mismatched", findings.mismatched());
    }

    /** {@return all lines} */
    @Override
    public String toString() {
        return table.toString();
    }
}
