package io.weir.core.cluster;

import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The journal as a process without a node sees it: what the archives of the nodes say together, and the readers that their
 * {@link ReplayDesk}s serve. The first desk whose archive has more than a reader has read gives it its replay; so a reader
 * whose node dies or falls silent goes on with whichever node has news first. Any thread.
 */
final class ReplayReaders implements Journal {
    private final CopyOnWriteArrayList<ReplayedJournalReader> readers = new CopyOnWriteArrayList<>();
    private final List<ArchiveView> archives;

    /**
     * A journal of which nothing is known yet.
     *
     * @param archives what each desk knows, one a node.
     */
    ReplayReaders(final List<ArchiveView> archives) {
        this.archives = List.copyOf(archives);
    }

    @Override
    public JournalReader open(final long position) {
        final ReplayedJournalReader reader = new ReplayedJournalReader(position);
        readers.add(reader);
        return reader;
    }

    /** What a reader has read is recorded, even if no archive that answers now has told so yet. */
    @Override
    public long recordedPosition() {
        long position = 0;
        for (final ArchiveView archive : archives) {
            position = Math.max(position, archive.recordedPosition());
        }
        for (final ReplayedJournalReader reader : readers) {
            position = Math.max(position, reader.position());
        }
        return position;
    }

    @Override
    public long startPosition() {
        long position = Long.MAX_VALUE;
        for (final ArchiveView archive : archives) {
            position = archive.hasJournal() ? Math.min(position, archive.startPosition()) : position;
        }
        return position == Long.MAX_VALUE ? 0 : position;
    }

    /**
     * {@return whether most nodes have told what they have} Less is not enough to know where the journal ends: a node that
     * was just rebuilt has nothing.
     */
    boolean isSettled() {
        int answers = 0;
        for (final ArchiveView archive : archives) {
            answers += archive.hasAnswered() ? 1 : 0;
        }
        return answers > archives.size() / 2;
    }

    /** Fails what no node can give any more; {@return the readers that wait for a replay or are read} */
    List<ReplayedJournalReader> open() {
        final long oldest = isSettled() ? startPosition() : 0;
        for (final ReplayedJournalReader reader : readers) {
            if (reader.isOver()) {
                readers.remove(reader);
            } else if (reader.isWaiting() && reader.position() < oldest) {
                reader.fail(
                        "journal position " + reader.position() + " is purged; the oldest that is kept is " + oldest);
            }
        }
        return readers;
    }
}
