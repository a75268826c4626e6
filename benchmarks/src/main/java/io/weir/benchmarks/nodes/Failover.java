package io.weir.benchmarks.nodes;

import io.weir.benchmarks.process.ChildJvm;
import io.weir.benchmarks.process.Pause;
import io.weir.benchmarks.process.RunFailed;
import io.weir.benchmarks.torture.Audit;
import io.weir.benchmarks.torture.Books;
import io.weir.benchmarks.torture.Drill;
import io.weir.benchmarks.torture.Findings;
import io.weir.benchmarks.torture.GatewayProcess;
import io.weir.benchmarks.torture.History;
import io.weir.benchmarks.torture.Progress;
import io.weir.benchmarks.torture.Settling;
import io.weir.benchmarks.torture.Tally;
import io.weir.benchmarks.torture.Trader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * One drill: two clients trade at a gateway of many processes, each at an acceptor of its own; processes are killed with
 * SIGKILL and started again, and in the end all books are compared. Used once, on one thread.
 */
final class Failover implements Drill {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LEAST_FLOW_MS = 1_000;
    private static final int MORE_FLOW_MS = 2_000;

    private final FailoverPlan plan;
    private final Progress progress;
    private final Random random;
    private final NodeSet set;
    private final List<Trader> traders;
    private final KillTimes times = new KillTimes();
    private final Findings findings = new Findings();
    private long knownTerm;
    private long falseElections;
    private long ballotsAgain;
    private long droppedConnections;
    private Books books;

    /**
     * Prepares a drill; {@link #run} runs it.
     *
     * @param plan what is to happen.
     * @param out  gets a line for each kill.
     */
    Failover(final FailoverPlan plan, final PrintStream out) {
        this.plan = plan;
        progress = new Progress(out);
        random = new Random(plan.seed());
        set = new NodeSet(plan.directory(), plan.seed());
        final int first = set.fixPorts().get(0);
        final int second = set.fixPorts().get(1);
        final Path clients = plan.directory().resolve("clients");
        traders = List.of(
                new Trader("CLIENT1", first, second, clients, random.nextLong()),
                new Trader("CLIENT2", second, first, clients, random.nextLong()));
    }

    @Override
    public Findings run() {
        set.start();
        progress.say("the set runs, " + set.leader().map(ChildJvm::name).orElse("nobody") + " leads");
        knownTerm = set.term();
        traders.forEach(trader -> trader.start(plan.messagesASecond()));
        awaitAccepted();
        for (final Kill kill : plan.kills()) {
            flow();
            kill(kill);
        }
        flow();
        awaitAccepted();
        noteFalseElections();
        traders.forEach(Trader::stopFlow);
        progress.say("the flow has ended: " + messages() + " messages; all is let settle");
        new Settling(set.ops(), set.venues(), traders, findings, progress::say).run();
        books = Books.read(set.ops(), set.venues());
        Audit.run(traders, books.venues(), books.store(), findings);
        set.gateway()
                .flatMap(process -> process.halts().stream())
                .forEach(file -> findings.mismatched("a process has stopped itself, see " + file, 0, ""));
        return findings;
    }

    private void flow() {
        Pause.ms(LEAST_FLOW_MS + random.nextInt(MORE_FLOW_MS));
        judgeAlive();
    }

    private void kill(final Kill kill) {
        final GatewayProcess victim = victim(kill);
        noteFalseElections();
        final long logons = logons();
        traders.forEach(Trader::mark);
        final long killedNs = System.nanoTime();
        victim.kill();
        if (!Pause.until(PATIENCE, () -> judgeAlive() && traders.get(0).markedNs() != 0)) {
            throw new RunFailed("no order is accepted within " + PATIENCE.toSeconds() + " s after the kill of the "
                    + kill + ", " + victim.name());
        }
        final long tookMs = TimeUnit.NANOSECONDS.toMillis(traders.get(0).markedNs() - killedNs);
        times.add(kill, tookMs);
        victim.start();
        awaitBack(kill, victim);
        final long again = logons() - logons;
        if (kill != Kill.ACCEPTOR) {
            droppedConnections += again;
        }
        final long term = set.term();
        if (kill == Kill.LEADER) {
            ballotsAgain += Math.max(0, term - knownTerm - 1);
            knownTerm = term;
        }
        noteFalseElections();
        progress.say("kill of the %-8s %-10s %5d ms to the next order acknowledged, %d new logons, term %d"
                .formatted(kill, victim.name(), tookMs, again, term));
    }

    /** A term that nobody's death has begun: a leader that lives was taken for dead. */
    private void noteFalseElections() {
        final long term = set.term();
        if (term > knownTerm) {
            falseElections += term - knownTerm;
            progress.say("an election though no leader was killed: term " + term + ", "
                    + set.leader().map(ChildJvm::name).orElse("nobody") + " leads");
            knownTerm = term;
        }
    }

    private GatewayProcess victim(final Kill kill) {
        switch (kill) {
            case LEADER:
                return leader();
            case FOLLOWER:
                final GatewayProcess leader = leader();
                return set.nodes().stream()
                        .filter(node -> node != leader)
                        .skip(random.nextInt(NodeSet.NODES - 1))
                        .findFirst()
                        .orElseThrow();
            case ACCEPTOR:
                Pause.until(PATIENCE, () -> traders.get(0).connectedPort() != 0);
                return set.acceptorAt(traders.get(0).connectedPort())
                        .orElseThrow(() -> new RunFailed("CLIENT1 is connected to no acceptor of ours"));
            default:
                return set.venueEdges();
        }
    }

    private GatewayProcess leader() {
        Pause.until(PATIENCE, () -> set.leader().isPresent());
        return set.leader().orElseThrow(() -> new RunFailed("nobody leads"));
    }

    private void awaitBack(final Kill kill, final GatewayProcess victim) {
        switch (kill) {
            case LEADER:
            case FOLLOWER:
                set.awaitCaughtUp(victim);
                break;
            case ACCEPTOR:
                set.awaitAcceptor(victim);
                break;
            default:
                set.awaitVenues();
                break;
        }
    }

    private void awaitAccepted() {
        traders.forEach(Trader::mark);
        if (!Pause.until(PATIENCE, () -> judgeAlive() && traders.stream().allMatch(trader -> trader.markedNs() != 0))) {
            throw new RunFailed("not every client has an order accepted within " + PATIENCE.toSeconds() + " s");
        }
    }

    private boolean judgeAlive() {
        set.gateway().forEach(ChildJvm::check);
        traders.forEach(Trader::check);
        return true;
    }

    private long logons() {
        return traders.stream().mapToLong(Trader::logons).sum();
    }

    private int messages() {
        return traders.stream().mapToInt(trader -> trader.desk().count()).sum();
    }

    @Override
    public String figures() {
        final Tally tally = new Tally();
        for (final Kill kill : Kill.values()) {
            tally.row("kills of the " + kill, times.count(kill));
            if (times.count(kill) > 0) {
                tally.row("  to the next order, each, ms", times.each(kill))
                        .row(
                                "  to the next order",
                                "median %d ms, max %d ms".formatted(times.medianMs(kill), times.maxMs(kill)));
            }
        }
        return tally.row("elections without a kill", falseElections)
                .row("ballots without a winner", ballotsAgain)
                .row("logons beyond the acceptor's kills", droppedConnections)
                .row("messages sent", messages())
                .reports(traders, books)
                .findings(findings)
                .toString();
    }

    /** {@return how many leaders were killed} */
    int kills() {
        return times.count(Kill.LEADER);
    }

    /** {@return how many Logons there were that no kill of an acceptor explains} */
    long droppedConnections() {
        return droppedConnections;
    }

    @Override
    public List<String> history(final Findings.Finding finding) {
        return new History(traders, books).of(finding);
    }

    @Override
    public void close() {
        traders.forEach(Trader::close);
        set.close();
    }
}
