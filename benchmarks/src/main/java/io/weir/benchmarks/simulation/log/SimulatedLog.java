package io.weir.benchmarks.simulation.log;

import io.weir.benchmarks.simulation.Crash;
import io.weir.benchmarks.simulation.MessageText;
import io.weir.benchmarks.simulation.Trace;
import io.weir.benchmarks.simulation.Violation;
import io.weir.benchmarks.simulation.time.Timeline;
import io.weir.core.OmsCore;
import io.weir.protocol.codec.Commands;
import io.weir.protocol.log.EventFragmentHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The command log: puts what edges offer into one order, hands it to the core, keeps the core's one timer. Without a leader
 * nothing is taken; what was on its way to a leader that dies is lost. Snapshots are taken at random places, their
 * tails are written while the core goes on, and every new life of the core begins with one of them or with nothing.
 */
public final class SimulatedLog {
    private static final int TIMER_LATE_NS = 8_000_000;
    private static final int SNAPSHOT_EVERY = 400;
    private static final int ORDERS_AT_ONCE = 3;

    private final Timeline timeline;
    private final Random random;
    private final Trace trace;
    private final EventFragmentHandler witness;
    private final MemoryJournal journal;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Pages> snapshots = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private CoreLife life;
    private boolean led;
    private long term;
    private long skewNs;
    private long lastTimeNs = Long.MIN_VALUE;
    private long armedNs;
    private long armings;
    private boolean calm;
    private int deaths;
    private int replays;

    /**
     * An empty log with its core, without a leader.
     *
     * @param timeline of the simulation.
     * @param random   of the log.
     * @param trace    to note in.
     * @param witness  sees each event once, as it is recorded.
     */
    public SimulatedLog(
            final Timeline timeline, final Random random, final Trace trace, final EventFragmentHandler witness) {
        this.timeline = timeline;
        this.random = random;
        this.trace = trace;
        this.witness = witness;
        this.journal = new MemoryJournal(random);
        this.life = new CoreLife(journal, witness, null);
        life.readOn(entries);
    }

    /** {@return the journal, for readers} */
    public MemoryJournal journal() {
        return journal;
    }

    /** {@return how often the core has died} */
    public int deaths() {
        return deaths;
    }

    /** {@return how many leaders there were} */
    public long terms() {
        return term;
    }

    /** {@return how many entries the log has} */
    public int size() {
        return entries.size();
    }

    /** {@return how often a core was made anew and compared} */
    public int replays() {
        return replays;
    }

    /** {@return the core, as it is now} */
    public OmsCore core() {
        return life.core();
    }

    /** {@return whether there is a leader} */
    public boolean isLed() {
        return led;
    }

    /**
     * Makes an edge's way to the log.
     *
     * @param linkRandom of the edge.
     * @return the way.
     */
    public Link connect(final Random linkRandom) {
        final Link link = new Link(this, timeline, linkRandom);
        links.add(link);
        return link;
    }

    void forget(final Link link) {
        links.remove(link);
    }

    /** A leader begins; its clock may be behind or ahead of the one before. */
    public void lead() {
        if (led) {
            return;
        }
        led = true;
        term++;
        skewNs = random.nextInt(4) == 0 ? random.nextInt(400_000_000) - 200_000_000L : skewNs;
        lastTimeNs = Long.MIN_VALUE;
        trace.add("log", () -> "term " + term + " begins, its clock is " + skewNs / 1_000 + " us ahead");
        append(new Entry(Entry.Kind.TERM, timeNs(), null));
    }

    /** The leader dies or is deposed: what is on its way to it is lost. The core lives on, in another process. */
    public void depose() {
        if (led) {
            trace.add("log", () -> "the leader of term " + term + " is gone");
            led = false;
            links.forEach(Link::onLeaderLost);
        }
    }

    /** The core's process is killed between two entries, and made anew from the log. */
    public void kill() {
        depose();
        deaths++;
        final long before = life.stateHash();
        revive();
        if (life.stateHash() != before) {
            throw new Violation("same log, same state", "", "the core made anew differs from the one that died");
        }
    }

    /** The core's process is killed in the middle of what it says next. */
    public void killWithin(final int events) {
        life.dieBehind(events);
    }

    private void revive() {
        replays++;
        final Pages snapshot =
                snapshots.isEmpty() || random.nextBoolean() ? null : snapshots.get(random.nextInt(snapshots.size()));
        trace.add(
                "log",
                () -> "the core begins anew from "
                        + (snapshot == null ? "the beginning" : "the snapshot at entry " + snapshot.entries()) + " of "
                        + entries.size());
        life = new CoreLife(journal, witness, snapshot);
        life.readOn(entries);
        if (life.position() != journal.recordedPosition()) {
            throw new Violation(
                    "same log, same journal",
                    "",
                    "the replay ends at " + life.position() + ", recorded is " + journal.recordedPosition());
        }
    }

    /** From now on nothing fails any more. */
    public void calmDown() {
        calm = true;
        life.dieBehind(-1);
        journal.calmDown();
        links.forEach(Link::calmDown);
    }

    boolean isCalm() {
        return calm;
    }

    long term() {
        return term;
    }

    /** A command arrives at the leader. */
    void take(final UnsafeBuffer command) {
        trace.add(
                "log",
                () -> "entry " + (entries.size() + 1) + " "
                        + new MessageText().ofCommand(command, command.capacity()) + " edge="
                        + Commands.edgeId(command, 0) + " epoch="
                        + Commands.epoch(command, 0) + " seq=" + Commands.seq(command, 0));
        append(new Entry(Entry.Kind.COMMAND, timeNs(), command));
    }

    private void append(final Entry entry) {
        entries.add(entry);
        try {
            life.apply(entry);
        } catch (final Crash crash) {
            trace.add("log", () -> "the core dies " + crash.getMessage());
            deaths++;
            depose();
            revive();
            timeline.in(1_000_000 + random.nextInt(1_500_000_000), this::lead);
            return;
        }
        if (entry.kind() == Entry.Kind.SNAPSHOT) {
            life.writeOn(Integer.MAX_VALUE).ifPresent(snapshots::add);
            life.beginSnapshot();
            return;
        }
        life.writeOn(random.nextInt(ORDERS_AT_ONCE)).ifPresent(snapshots::add);
        if (entry.kind() != Entry.Kind.COMMAND) {
            armedNs = Long.MAX_VALUE;
        }
        arm();
        if (!calm && random.nextInt(SNAPSHOT_EVERY) == 0) {
            trace.add("log", () -> "snapshot behind entry " + entries.size());
            append(new Entry(Entry.Kind.SNAPSHOT, timeNs(), null));
        }
    }

    private void arm() {
        final long deadlineNs = life.core().nextDeadlineNs();
        if (deadlineNs < armedNs) {
            armedNs = deadlineNs;
            final long arming = ++armings;
            timeline.at(deadlineNs - skewNs + random.nextInt(TIMER_LATE_NS), () -> onTimer(arming));
        }
    }

    private void onTimer(final long arming) {
        if (arming == armings && led) {
            append(new Entry(Entry.Kind.TIMER, timeNs(), null));
        }
    }

    private long timeNs() {
        lastTimeNs = Math.max(lastTimeNs, timeline.nowNs() + skewNs);
        return lastTimeNs;
    }

    /** Makes a core from the beginning and one from a snapshot and compares them with the one that lived. */
    public void compareReplays() {
        final long state = life.stateHash();
        compare(null, state);
        if (!snapshots.isEmpty()) {
            compare(snapshots.get(random.nextInt(snapshots.size())), state);
        }
    }

    private void compare(final Pages snapshot, final long state) {
        replays++;
        final CoreLife other = CoreLife.replayed(journal, snapshot, entries);
        final String from = snapshot == null ? "the beginning" : "the snapshot at entry " + snapshot.entries();
        if (other.stateHash() != state || other.position() != life.position()) {
            throw new Violation(
                    "snapshot and rest are the whole", "", "a core made from " + from + " is not the one that lived");
        }
    }
}
