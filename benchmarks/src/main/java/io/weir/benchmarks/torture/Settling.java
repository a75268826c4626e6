package io.weir.benchmarks.torture;

import io.weir.benchmarks.process.Pause;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Brings a run to rest: every request answered, every order ended, every fill told, every row stored, the gateway stopped. */
public final class Settling {
    private static final Duration ORDERS_PATIENCE = Duration.ofMinutes(3);
    private static final Duration FILLS_PATIENCE = Duration.ofSeconds(40);
    private static final Duration STORE_PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_MS = 200;

    private final GatewayProcess gateway;
    private final List<VenueProcess> venues;
    private final List<Trader> traders;
    private final Findings findings;
    private final Consumer<String> say;

    /**
     * Prepares it.
     *
     * @param gateway  whose process has the store; it is stopped in the end.
     * @param venues   that run.
     * @param traders  whose flow has ended.
     * @param findings gets what is wrong.
     * @param say      gets a line a step.
     */
    public Settling(
            final GatewayProcess gateway,
            final List<VenueProcess> venues,
            final List<Trader> traders,
            final Findings findings,
            final Consumer<String> say) {
        this.gateway = gateway;
        this.venues = venues;
        this.traders = traders;
        this.findings = findings;
        this.say = say;
    }

    /** Settles all; what does not settle in time is left as it is, and the books will tell. */
    public void run() {
        say.accept(
                Pause.until(ORDERS_PATIENCE, LOOK_MS, this::areOrdersEnded)
                        ? "every order has ended"
                        : "orders have NOT ended: " + unsettled());
        say.accept(
                Pause.until(FILLS_PATIENCE, LOOK_MS, this::areFillsTold)
                        ? "every fill is with its client"
                        : "fills are MISSING at the clients");
        traders.forEach(trader -> trader.send(trader.desk().statusRequests()));
        say.accept(
                Pause.until(FILLS_PATIENCE, LOOK_MS, this::areStatusesKnown)
                        ? "the core says the same of every order"
                        : "statuses are MISSING");
        say.accept(Pause.until(STORE_PATIENCE, LOOK_MS, this::isStoreLevel) ? "the store is level" : "the store LAGS");
        final int exit = gateway.stop();
        if (exit != 0) {
            findings.mismatched("the gateway's stop ended with exit code " + exit + "\n" + gateway.output(), 0, "");
        }
    }

    /** A cancel can be refused because a fill or a doubt came before it; what is still open then is canceled again. */
    private boolean areOrdersEnded() {
        boolean ended = true;
        for (final Trader trader : traders) {
            if (trader.desk().unanswered() == 0) {
                trader.send(trader.desk().cancelAll());
            }
            ended &= trader.desk().unanswered() == 0 && trader.desk().notEnded().isEmpty();
        }
        return ended;
    }

    private boolean areFillsTold() {
        final int told = traders.stream()
                .mapToInt(trader -> trader.desk().execIds().size())
                .sum();
        return told >= Books.deals(venues);
    }

    private boolean areStatusesKnown() {
        return traders.stream()
                .allMatch(trader -> trader.desk().unknownStatuses().isEmpty());
    }

    private boolean isStoreLevel() {
        final OptionalDouble lag = gateway.metric("weir_store_lag_bytes");
        return lag.isPresent() && lag.getAsDouble() == 0;
    }

    private String unsettled() {
        final StringBuilder text = new StringBuilder();
        for (final Trader trader : traders) {
            text.append(trader.compId())
                    .append(trader.isLoggedOn() ? "" : " (not logged on)")
                    .append(" unanswered ")
                    .append(trader.desk().unansweredIds())
                    .append(" open ")
                    .append(trader.desk().notEnded())
                    .append("; ");
        }
        return text.toString();
    }
}
