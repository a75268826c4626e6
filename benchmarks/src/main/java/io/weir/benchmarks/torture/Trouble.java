package io.weir.benchmarks.torture;

import io.weir.benchmarks.process.Pause;
import io.weir.benchmarks.process.RunFailed;
import io.weir.simulator.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * All that goes wrong beside the kills of the gateway, one thing after the other on a thread of its own: venues fall silent, drop
 * connections, answer with errors, repeat and delay their reports, are killed; clients lose their connections and ask for
 * messages again.
 */
final class Trouble implements Runnable {
    private static final int PAUSE_MS = 2_000;
    private static final int RESEND_MESSAGES = 800;
    private static final List<String> FAULTS = List.of(
            "SILENT_BEFORE?count=1",
            "SILENT_AFTER?count=1",
            "DROP_BEFORE?count=1",
            "DROP_AFTER?count=2",
            "ERROR_BEFORE?count=3",
            "ERROR_AFTER?count=2",
            "DUPLICATE_REPORT?count=10",
            "DELAY_REPORT?count=5&delayMs=700",
            "SILENT_AFTER?count=1&on=CANCEL,REPLACE",
            "DROP_AFTER?count=1&on=CANCEL,REPLACE");

    /** Drawn only now and then: for it the venue asks to be left alone for up to a minute. */
    private static final String RATE_LIMIT = "RATE_LIMIT?count=2";

    private static final int RATE_LIMIT_ONE_IN = 4;
    private static final List<String> BINANCE_FAULTS = List.of("HIDE_ORDER?count=2&delayMs=3000", "DEPTH_GAP?count=1");

    private final List<VenueProcess> venues;
    private final List<Trader> traders;
    private final Random random;
    private final Consumer<String> say;
    private final int killsPlanned;
    private final List<Runnable> rotation = new ArrayList<>();
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger resends = new AtomicInteger();
    private final AtomicInteger kills = new AtomicInteger();
    private final Thread thread = new Thread(this, "torture-trouble");
    private volatile boolean stopped;
    private volatile RuntimeException broken;

    /**
     * Makes it; {@link #start} begins.
     *
     * @param venues       to be tormented.
     * @param traders      to be tormented.
     * @param killsPlanned of venues.
     * @param random       draws everything.
     * @param say          gets a line for each kill of a venue.
     */
    Trouble(
            final List<VenueProcess> venues,
            final List<Trader> traders,
            final int killsPlanned,
            final Random random,
            final Consumer<String> say) {
        this.venues = venues;
        this.traders = traders;
        this.killsPlanned = killsPlanned;
        this.random = random;
        this.say = say;
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                Pause.ms(200 + random.nextInt(PAUSE_MS));
                next().run();
            }
            while (kills.get() < killsPlanned) {
                kill(venues.get(kills.get() % venues.size()));
            }
        } catch (final RuntimeException e) {
            broken = e;
        }
    }

    private Runnable next() {
        if (rotation.isEmpty()) {
            for (final VenueProcess venue : venues) {
                FAULTS.forEach(fault -> rotation.add(() -> arm(venue, fault)));
                if (venue.dialect() == Dialect.BINANCE) {
                    BINANCE_FAULTS.forEach(fault -> rotation.add(() -> arm(venue, fault)));
                }
                if (random.nextInt(RATE_LIMIT_ONE_IN) == 0) {
                    rotation.add(() -> arm(venue, RATE_LIMIT));
                }
                rotation.add(venue::disconnect);
                rotation.add(() -> kill(venue));
            }
            for (final Trader trader : traders) {
                rotation.add(() -> cut(trader));
                rotation.add(() -> cut(trader));
                rotation.add(() -> ask(trader));
            }
            Collections.shuffle(rotation, random);
        }
        return rotation.remove(rotation.size() - 1);
    }

    private void arm(final VenueProcess venue, final String fault) {
        venue.arm(fault);
        faults.incrementAndGet();
    }

    private void kill(final VenueProcess venue) {
        if (kills.get() == killsPlanned) {
            return;
        }
        venue.kill();
        venue.start();
        final long startNs = System.nanoTime();
        venue.awaitReady();
        kills.incrementAndGet();
        say.accept("venue %s killed, ready again after %d ms"
                .formatted(
                        venue.name(),
                        Duration.ofNanos(System.nanoTime() - startNs).toMillis()));
    }

    private void cut(final Trader trader) {
        trader.cut();
        cuts.incrementAndGet();
    }

    private void ask(final Trader trader) {
        if (trader.askAgain(1 + random.nextInt(RESEND_MESSAGES))) {
            resends.incrementAndGet();
        }
    }

    /** Ends it, does what was planned and not yet done, and takes all faults back. */
    void end() {
        stopped = true;
        try {
            thread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        check();
        venues.forEach(VenueProcess::disarm);
    }

    /**
     * Throws if something has ended it.
     *
     * @throws RunFailed that says what.
     */
    void check() {
        if (broken != null) {
            throw new RunFailed("the trouble is broken: " + broken, broken);
        }
    }

    int faults() {
        return faults.get();
    }

    int cuts() {
        return cuts.get();
    }

    int resends() {
        return resends.get();
    }

    int kills() {
        return kills.get();
    }
}
