package io.weir.benchmarks.torture;

import io.weir.benchmarks.process.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for the moment to kill the gateway: by chance, or by what can be seen of it from outside. */
final class Aim {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int FLOW_MS = 3_000;
    private static final int START_MS = 2_000;
    private static final int MAX_START_MS = 20_000;
    private static final int REPLAY_MS = 600;
    private static final int SNAPSHOT_MS =
            120; // its recording takes a fifth of that, then its tail is written and sealed
    private static final int PURGE_MS = 8;
    private static final int RESEND_MS = 30;
    private static final int RESEND_MESSAGES = 4_000;

    private final GatewayProcess gateway;
    private final List<Trader> traders;
    private final Random random;
    private int startMs;

    Aim(final GatewayProcess gateway, final List<Trader> traders, final Random random) {
        this.gateway = gateway;
        this.traders = traders;
        this.random = random;
    }

    /**
     * Waits; at the return the gateway is to be killed at once.
     *
     * @param kind what it shall be doing.
     * @return false if it did not do that within a minute.
     */
    boolean await(final KillKind kind) {
        return switch (kind) {
            case FLOW -> pause(500 + random.nextInt(FLOW_MS));
            case START -> pauseSince(gateway.startedNs(), random.nextInt(Math.max(START_MS, startMs)));
            case REPLAY -> awaitReplay();
            case SNAPSHOT -> awaitSnapshot();
            case PURGE -> awaitPurge();
            case RESEND -> awaitResend();
        };
    }

    /**
     * Tells how long a start takes on this machine; kills of later starts are spread over all of it.
     *
     * @param ms from the start of the process to the open port.
     */
    void startTook(final long ms) {
        startMs = (int) Math.min(ms, MAX_START_MS);
    }

    private boolean awaitReplay() {
        final int into = random.nextInt(REPLAY_MS);
        if (!until(() -> gateway.replays() || gateway.hasReplayed())) {
            return false;
        }
        final long begunNs = System.nanoTime();
        return until(() -> gateway.hasReplayed() || System.nanoTime() - begunNs > TimeUnit.MILLISECONDS.toNanos(into))
                && !gateway.hasReplayed();
    }

    private boolean awaitSnapshot() {
        final Recordings recordings = new Recordings(gateway.archive());
        return until(recordings::hasBegun) && pause(random.nextInt(SNAPSHOT_MS));
    }

    private boolean awaitPurge() {
        final Recordings recordings = new Recordings(gateway.archive());
        return until(recordings::hasShrunk) && pause(random.nextInt(PURGE_MS));
    }

    private boolean awaitResend() {
        final Trader trader = traders.get(random.nextInt(traders.size()));
        pause(500 + random.nextInt(FLOW_MS));
        final long askedNs = System.nanoTime();
        return until(() -> trader.askAgain(RESEND_MESSAGES))
                && until(() -> trader.repeatedNs() - askedNs > 0)
                && pause(random.nextInt(RESEND_MS));
    }

    private static boolean until(final BooleanSupplier condition) {
        return Pause.until(PATIENCE, 1, condition);
    }

    private static boolean pauseSince(final long startNs, final long ms) {
        return pause(Math.max(0, ms - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs)));
    }

    private static boolean pause(final long ms) {
        return Pause.ms(ms);
    }
}
