package io.weir.benchmarks.simulation.log;

import io.weir.benchmarks.simulation.Crash;
import io.weir.benchmarks.simulation.Violation;
import io.weir.core.OmsCore;
import io.weir.core.cluster.JournalWriter;
import io.weir.core.cluster.LogParts;
import io.weir.core.snapshot.BufferSnapshotWriter;
import io.weir.protocol.codec.CommandReader;
import io.weir.protocol.log.EventFragmentHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;

/** One life of the core: the real one, over the log's entries, into the journal. */
final class CoreLife {
    private static final EventFragmentHandler NOBODY = (buffer, offset, length, position) -> {};
    private static final Path NO_FILE = Path.of("no-journal-epochs");

    private final CommandReader reader = new CommandReader();
    private final MemorySink sink;
    private final JournalWriter writer;
    private final OmsCore core;
    private int entries;
    private Pages unfinished;
    private BufferSnapshotWriter tailWriter;

    /**
     * A core with nothing in it, or what a snapshot holds.
     *
     * @param journal  that it writes.
     * @param witness  sees each new event.
     * @param snapshot to begin with; null for none.
     */
    CoreLife(final MemoryJournal journal, final EventFragmentHandler witness, final Pages snapshot) {
        sink = new MemorySink(journal, witness);
        writer = LogParts.journalWriter(sink, NO_FILE, OmsCore.LOGIC_VERSION);
        core = new OmsCore(writer);
        if (snapshot != null) {
            snapshot.into(writer, core);
            entries = snapshot.entries();
        }
    }

    /** {@return one that has read the whole log and said nothing new} */
    static CoreLife replayed(final MemoryJournal journal, final Pages snapshot, final List<Entry> log) {
        final CoreLife life = new CoreLife(journal, NOBODY, snapshot);
        life.readOn(log);
        return life;
    }

    /** Reads what of the log it has not read, and ends the replay. */
    void readOn(final List<Entry> log) {
        while (entries < log.size()) {
            apply(log.get(entries));
        }
        writer.onReplayEnd(false);
    }

    void apply(final Entry entry) {
        entries++;
        try {
            switch (entry.kind()) {
                case COMMAND -> reader.read(entry.command(), 0, entry.command().capacity(), entry.timeNs(), core);
                case TIMER -> core.onTimer(entry.timeNs());
                case TERM -> core.onNewLeadershipTerm(entry.timeNs());
                case SNAPSHOT -> writer.mark(entry.timeNs());
                default -> throw new IllegalStateException("no such entry: " + entry.kind());
            }
        } catch (final Crash | Violation e) {
            throw e;
        } catch (final RuntimeException e) {
            throw new Violation("the core never throws", "", "log entry " + entries + ": " + e, e);
        }
    }

    /** Begins a snapshot; the one before is whole. */
    void beginSnapshot() {
        final List<UnsafeBuffer> tail = new ArrayList<>();
        tailWriter = new BufferSnapshotWriter(Pages.into(tail));
        unfinished = Pages.headOf(entries, tail, tailWriter, writer, core);
    }

    /**
     * Goes on with the tail of a snapshot.
     *
     * @param most orders that are looked at.
     * @return the snapshot, once it is whole.
     */
    Optional<Pages> writeOn(final int most) {
        if (unfinished == null || core.writeOn(most)) {
            return Optional.empty();
        }
        tailWriter.finish();
        final Pages whole = unfinished;
        unfinished = null;
        return Optional.of(whole);
    }

    void dieBehind(final int events) {
        sink.dieBehind(events);
    }

    OmsCore core() {
        return core;
    }

    long position() {
        return writer.position();
    }

    long stateHash() {
        return Pages.stateHash(core);
    }
}
