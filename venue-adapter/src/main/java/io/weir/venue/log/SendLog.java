package io.weir.venue.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.LongHashSet;

/**
 * What may have left for one venue: {@code intent} is on file before the bytes of an order or replace leave,
 * {@code answered} once the command log holds the venue's answer. After a restart an order without intent was never sent;
 * one with intent is in doubt and is asked for, never sent again. Used by the venue's agent, on its thread.
 *
 * <p>An order is revision 0, its replaces are 1, 2, 3 … The file shrinks by itself when most of it is answered.
 */
public final class SendLog implements AutoCloseable {
    /** The name of the file in its venue's directory. */
    public static final String FILE_NAME = "send.log";

    /** Half a million sends; then what is answered is left out. */
    static final long REWRITE_BYTES = 16L * 1024 * 1024;

    private static final long MAGIC = 0x5745_4952_5345_4E44L;
    private static final byte INTENT = 1;
    private static final byte ANSWERED = 2;
    private static final int RECORD_LENGTH = 13;
    private static final long NONE = 0;

    private final ByteBuffer record = ByteBuffer.allocate(RECORD_LENGTH);

    /** Orders with an intent and no answer; at start also those that were answered before. */
    private final LongHashSet orders = new LongHashSet();

    /** For each order its highest revision with an intent and no answer, at start as above. */
    private final Long2LongHashMap replaces = new Long2LongHashMap(NONE);

    private final RecordFile file;
    private long rewriteAtBytes = REWRITE_BYTES;

    private SendLog(final Path directory, final boolean forced) throws IOException {
        file = RecordFile.open(directory.resolve(FILE_NAME), MAGIC, forced, this::load);
    }

    /**
     * Opens the send log of a venue.
     *
     * @param directory of that venue; made if it is not there.
     * @param forced    whether {@link #commit} waits for the disk (durability: disk).
     * @return the log, with all that its file still knows.
     * @throws IOException if the file cannot be read or written.
     */
    public static SendLog open(final Path directory, final boolean forced) throws IOException {
        return new SendLog(directory, forced);
    }

    private void load(final ByteBuffer payload) {
        final byte kind = payload.get(0);
        if (kind == INTENT) {
            add(payload.getLong(1), payload.getInt(9));
        } else if (kind != ANSWERED) {
            throw new IllegalStateException("send log has a record of kind " + kind);
        }
    }

    private void add(final long childOrderId, final int revision) {
        if (revision == 0) {
            orders.add(childOrderId);
        } else {
            replaces.put(childOrderId, Math.max(revision, replaces.get(childOrderId)));
        }
    }

    /**
     * Judges whether an order or replace may have left.
     *
     * @param childOrderId our id of the order at the venue.
     * @param revision     0 for the order, else of the replace.
     * @return false: it surely never left.
     */
    public boolean mayHaveLeft(final long childOrderId, final int revision) {
        return revision == 0 ? orders.contains(childOrderId) : replaces.get(childOrderId) >= revision;
    }

    /**
     * Notes that an order or replace is about to leave. Nothing may leave before {@link #commit} has returned.
     *
     * @param childOrderId our id of the order at the venue.
     * @param revision     0 for the order, else of the replace.
     * @throws IOException if it cannot be written: nothing may leave.
     */
    public void intent(final long childOrderId, final int revision) throws IOException {
        append(INTENT, childOrderId, revision);
        add(childOrderId, revision);
    }

    /**
     * Takes an order or replace as one that may have left, though no intent of it is on file: after a loss of power that
     * proves nothing. {@link #retain} puts it on file.
     *
     * @param childOrderId our id of the order at the venue.
     * @param revision     0 for the order, else of the replace.
     */
    public void assumeIntent(final long childOrderId, final int revision) {
        add(childOrderId, revision);
    }

    /**
     * Notes that the command log holds the venue's answer. Written with the next commit; if it is lost, the venue is asked
     * once more than needed.
     *
     * @param childOrderId our id of the order at the venue.
     * @param revision     0 for the order, else of the replace.
     * @throws IOException if it cannot be written.
     */
    public void answered(final long childOrderId, final int revision) throws IOException {
        append(ANSWERED, childOrderId, revision);
        if (revision == 0) {
            orders.remove(childOrderId);
        } else if (replaces.get(childOrderId) == revision) {
            replaces.remove(childOrderId);
        }
    }

    private void append(final byte kind, final long childOrderId, final int revision) throws IOException {
        file.append(record.put(0, kind).putLong(1, childOrderId).putInt(9, revision));
    }

    /**
     * Makes all intents outlast the process, and the machine where so asked.
     *
     * @throws IOException if it cannot be written: none of them may leave.
     */
    public void commit() throws IOException {
        file.commit();
        if (file.length() > rewriteAtBytes) {
            rewrite();
        }
    }

    /**
     * Forgets all but what the core still asks for; called once, when a new start has heard its standing.
     *
     * @param askedOrders   orders that the core has no answer for.
     * @param askedReplaces orders with a replace that the core has no answer for.
     * @throws IOException if the file cannot be rewritten.
     */
    public void retain(final LongHashSet askedOrders, final LongHashSet askedReplaces) throws IOException {
        final LongHashSet gone = new LongHashSet();
        orders.forEach(id -> {
            if (!askedOrders.contains(id)) {
                gone.add(id);
            }
        });
        orders.removeAll(gone);
        replaces.keySet().removeIf(id -> !askedReplaces.contains(id));
        rewrite();
    }

    private void rewrite() throws IOException {
        file.rewrite(target -> {
            for (final LongHashSet.LongIterator ids = orders.iterator(); ids.hasNext(); ) {
                target.append(record.put(0, INTENT).putLong(1, ids.nextValue()).putInt(9, 0));
            }
            for (final Long2LongHashMap.EntryIterator open = replaces.entrySet().iterator(); open.hasNext(); ) {
                open.next();
                target.append(
                        record.put(0, INTENT).putLong(1, open.getLongKey()).putInt(9, (int) open.getLongValue()));
            }
        });
        rewriteAtBytes = Math.max(REWRITE_BYTES, 2 * file.length());
    }

    /** {@return orders and replaces that may have left and are not answered} */
    public int openIntents() {
        return orders.size() + replaces.size();
    }

    /** {@return bytes of the file} */
    public long length() {
        return file.length();
    }

    /** {@return bytes of the file that a loss of power leaves; 0 where the disk is not waited for} */
    public long forcedLength() {
        return file.forcedLength();
    }

    /** {@return bytes that a crash had torn and that were cut off at start} */
    public long cutBytes() {
        return file.cutBytes();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
