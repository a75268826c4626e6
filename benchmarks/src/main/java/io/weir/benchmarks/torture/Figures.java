package io.weir.benchmarks.torture;

import java.util.List;
import java.util.Locale;

/** What happened in a run, as one table. */
final class Figures {
    private final StringBuilder table = new StringBuilder();

    Figures(
            final Kills kills,
            final Trouble trouble,
            final List<Trader> traders,
            final Books books,
            final Findings findings,
            final long tookMs) {
        for (final KillKind kind : KillKind.values()) {
            row("kills " + kind, kills.done(kind) + " of " + kills.planned(kind));
        }
        row("kills of venues", trouble.kills());
        row("faults of venues", trouble.faults());
        row("connections cut", trouble.cuts());
        row("logons", traders.stream().mapToLong(Trader::logons).sum());
        row("resends asked for by clients", trouble.resends() + kills.done(KillKind.RESEND));
        row("resends asked for by the gateway", sum(traders, t -> t.desk().resendRequests()));
        row("messages said again, 43=Y", sum(traders, t -> t.desk().possDups()));
        row("reports said again, 97=Y", sum(traders, t -> t.desk().possResends()));
        row("messages sent", sum(traders, t -> t.desk().count()));
        row("orders", sum(traders, t -> t.desk().orders()));
        row("reports", sum(traders, t -> t.desk().executions().size()));
        row("fills at the clients", sum(traders, t -> t.desk().execIds().size()));
        if (books != null) {
            row(
                    "executions at the venues",
                    books.venues().stream().mapToLong(v -> v.deals().size()).sum());
        }
        row("kill to first order accepted", "median %d ms, max %d ms".formatted(kills.medianMs(), kills.maxMs()));
        row("whole run", String.format(Locale.ROOT, "%.1f s", tookMs / 1_000.0));
        row("lost", findings.lost());
        row("doubled", findings.doubled());
        row("mismatched", findings.mismatched());
    }

    private static long sum(final List<Trader> traders, final java.util.function.ToLongFunction<Trader> figure) {
        return traders.stream().mapToLong(figure).sum();
    }

    private void row(final String name, final Object value) {
        table.append("  %-34s %s%n".formatted(name, value));
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
