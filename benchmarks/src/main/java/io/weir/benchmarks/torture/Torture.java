package io.weir.benchmarks.torture;

import io.weir.benchmarks.process.FreePorts;
import io.weir.benchmarks.process.Pause;
import io.weir.benchmarks.process.RunFailed;
import io.weir.simulator.Dialect;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * One run: clients trade, the gateway is killed as planned and started again at once on the same data, and in the end all books
 * are compared. Used once, on one thread.
 */
final class Torture implements Drill {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private final TorturePlan plan;
    private final Progress progress;
    private final Random random;
    private final List<VenueProcess> venues;
    private final GatewayProcess gateway;
    private final List<Trader> traders = new ArrayList<>();
    private final Trouble trouble;
    private final List<KillKind> kinds;
    private final Kills kills;
    private final Aim aim;
    private final Findings findings = new Findings();
    private boolean killedBefore;
    private Books books;

    /**
     * Prepares a run; {@link #run} runs it.
     *
     * @param plan what is to happen.
     * @param out  gets a line for each kill, and the figures.
     */
    Torture(final TorturePlan plan, final PrintStream out) {
        this.plan = plan;
        progress = new Progress(out);
        random = new Random(plan.seed());
        final Path directory = plan.directory();
        venues = List.of(
                VenueProcess.of("SIMFIX", Dialect.FIX44, directory, random.nextLong()),
                VenueProcess.of("BINANCE", Dialect.BINANCE, directory, random.nextLong()));
        final int fixPort = FreePorts.tcp();
        final Path config = directory.resolve("gateway.yaml");
        final Path data = directory.resolve("data");
        TortureSettings.write(
                config, data, fixPort, venues.get(0).port(), venues.get(1).port());
        gateway = new GatewayProcess(config, data, directory);
        for (int client = 1; client <= plan.clients(); client++) {
            traders.add(new Trader(
                    "CLIENT" + client, fixPort, directory.resolve("clients"), random.nextLong(), client == 2));
        }
        trouble = new Trouble(venues, traders, plan.venueKills(), new Random(random.nextLong()), progress::say);
        kinds = KillKind.plan(plan.kills(), random);
        kills = new Kills(kinds);
        aim = new Aim(gateway, traders, random);
    }

    @Override
    public Findings run() {
        venues.forEach(VenueProcess::start);
        venues.forEach(VenueProcess::awaitReady);
        gateway.start();
        traders.forEach(trader -> trader.start(plan.messagesASecond()));
        trouble.start();
        for (final KillKind kind : kinds) {
            kill(kind);
        }
        awaitAccepted(gateway.startedNs());
        Pause.ms(plan.lastFlowMs());
        traders.forEach(Trader::stopFlow);
        trouble.end();
        progress.say("the flow has ended: " + orders() + " orders; all is let settle");
        new Settling(gateway, venues, traders, findings, progress::say).run();
        books = Books.read(gateway, venues);
        compare(books.venues(), findings);
        judgeProcesses();
        return findings;
    }

    /** Compares the books of the venues with all others. */
    void compare(final List<VenueBook> venueBooks, final Findings into) {
        Audit.run(traders, venueBooks, books.store(), into);
    }

    /** {@return the books as read at the end} */
    Books books() {
        return books;
    }

    private void kill(final KillKind kind) {
        if (!kind.isOfAStart()) {
            awaitAccepted(gateway.startedNs());
        }
        final boolean hit = aim.await(kind);
        judgeAlive();
        gateway.kill();
        killedBefore = true;
        gateway.start();
        final KillKind happened = hit ? kind : kind == KillKind.REPLAY ? KillKind.START : KillKind.FLOW;
        kills.note(happened);
        progress.say("kill %2d %s%s, %d orders so far"
                .formatted(kills.count(), happened, hit ? "" : " (not " + kind + ")", orders()));
        if (!hit && kills.count() < 2 * plan.kills()) {
            kill(kind);
        }
    }

    /** A start that is not killed again has to take orders. */
    private void awaitAccepted(final long sinceNs) {
        if (!Pause.until(START_PATIENCE, () -> judgeAlive() && gateway.isOpen())) {
            throw new RunFailed("the gateway takes no clients after " + START_PATIENCE + "\n" + gateway.output());
        }
        final long openNs = System.nanoTime();
        aim.startTook(ms(openNs - sinceNs));
        if (!Pause.until(
                START_PATIENCE, () -> judgeAlive() && traders.stream().anyMatch(t -> t.acceptedNs() > sinceNs))) {
            throw new RunFailed("no order is accepted after " + START_PATIENCE + "\n" + gateway.output());
        }
        final long acceptedMs = ms(System.nanoTime() - sinceNs);
        if (killedBefore) {
            kills.accepted(acceptedMs);
        }
        progress.say("        port open after %d ms, first order accepted after %d ms"
                .formatted(ms(openNs - sinceNs), acceptedMs));
    }

    private boolean judgeAlive() {
        gateway.check();
        traders.forEach(Trader::check);
        trouble.check();
        return true;
    }

    private void judgeProcesses() {
        gateway.halts().forEach(file -> findings.mismatched("the gateway has stopped itself, see " + file, 0, ""));
        if (!kills.isComplete()) {
            findings.mismatched("not every planned kill has happened", 0, "");
        }
    }

    private static long ms(final long ns) {
        return TimeUnit.NANOSECONDS.toMillis(ns);
    }

    private int orders() {
        return traders.stream().mapToInt(trader -> trader.desk().orders()).sum();
    }

    @Override
    public String figures() {
        return new Figures(kills, trouble, traders, books, findings, progress.tookMs()).toString();
    }

    @Override
    public List<String> history(final Findings.Finding finding) {
        return new History(traders, books).of(finding);
    }

    /** What has failed is left as it is: the gateway does not get to tidy up. */
    @Override
    public void close() {
        traders.forEach(Trader::close);
        gateway.kill();
        gateway.close();
        venues.forEach(VenueProcess::close);
    }
}
