package io.weir.benchmarks.torture;

import java.util.List;
import java.util.Locale;

/** What happened in a run, as one table. */
final class Figures {
    private final Tally tally = new Tally();

    Figures(
            final Kills kills,
            final Trouble trouble,
            final List<Trader> traders,
            final Books books,
            final Findings findings,
            final long tookMs) {
        for (final KillKind kind : KillKind.values()) {
            tally.row("kills " + kind, kills.done(kind) + " of " + kills.planned(kind));
        }
        tally.row("kills of venues", trouble.kills())
                .row("faults of venues", trouble.faults())
                .row("connections cut", trouble.cuts())
                .row("logons", traders, Trader::logons)
                .row("resends asked for by clients", trouble.resends() + kills.done(KillKind.RESEND))
                .row(
                        "resends asked for by the gateway",
                        traders,
                        trader -> trader.desk().resendRequests())
                .row(
                        "messages said again, 43=Y",
                        traders,
                        trader -> trader.desk().possDups())
                .row(
                        "reports said again, 97=Y",
                        traders,
                        trader -> trader.desk().possResends())
                .row("messages sent", traders, trader -> trader.desk().count())
                .row("orders", traders, trader -> trader.desk().orders())
                .reports(traders, books)
                .row(
                        "kill to first order accepted",
                        "median %d ms, max %d ms".formatted(kills.medianMs(), kills.maxMs()))
                .row("whole run", String.format(Locale.ROOT, "%.1f s", tookMs / 1_000.0))
                .findings(findings);
    }

    @Override
    public String toString() {
        return tally.toString();
    }
}
