package io.weir.fix.session;

import io.weir.venue.log.RecordFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import quickfix.MessageStore;

/**
 * Numbers and sent messages of one session to a venue, in a file that survives the death of the process at any moment.
 *
 * <p>Outgoing: a message is on file before it leaves, and being there uses its number; a batch shares one write. With {@code forced} the disk is
 * waited for once per {@link #RESERVE} numbers: a start goes on behind the reserved ones, so that numbers never go back,
 * and the venue is told of the gap by FIX's own means.
 *
 * <p>Incoming: QuickFIX/J counts on in memory; the number on file follows only as the command log takes what the messages
 * said ({@link #taken}). So after a crash the venue is asked again for whatever the log does not have.
 *
 * <p>Called by QuickFIX/J's threads and by the agent's: whatever changes something holds the lock.
 */
final class SessionStore implements MessageStore, AutoCloseable {
    /** The name of the file in its venue's directory. */
    static final String FILE_NAME = "fix.session";

    /** Sent messages that can be looked at again when the venue asks; what is older is gap-filled. */
    static final int MESSAGES = 8_192;

    /** Numbers that one wait for the disk reserves. */
    static final int RESERVE = 1_024;

    /** The file is written anew without what is no longer needed when it has grown to this. */
    static final long REWRITE_BYTES = 32L * 1024 * 1024;

    private static final long MAGIC = 0x5745_4952_4649_5853L;
    private static final byte SENT = 1;
    private static final byte NEXT_OUT = 2;
    private static final byte NEXT_IN = 3;
    private static final byte RESET = 4;
    private static final byte RESERVED = 5;

    private final boolean forced;
    private final Clock clock;
    private final RecordFile file;
    private final String[] messages = new String[MESSAGES];
    private final int[] messageSeqs = new int[MESSAGES];
    private final ByteBuffer record = ByteBuffer.allocate(RecordFile.MAX_PAYLOAD);
    private int nextOut = 1;
    private int reserved = 1;
    private boolean held;

    /** Written under the lock, read by the agent at every duty cycle without it. */
    private volatile int nextIn = 1;

    private volatile int nextInOnFile = 1;
    private volatile int generation;
    private long creationMs;

    private SessionStore(final Path directory, final boolean forced, final Clock clock) throws IOException {
        this.forced = forced;
        this.clock = clock;
        file = RecordFile.open(directory.resolve(FILE_NAME), MAGIC, forced, this::load);
        nextIn = nextInOnFile;
        if (creationMs == 0) {
            reset();
        } else if (forced) {
            nextOut = Math.max(nextOut, reserved);
        }
    }

    /**
     * Opens the store of one session.
     *
     * @param directory of the venue.
     * @param forced    whether numbers survive a loss of power too (durability: disk).
     * @param clock     for the session's creation time.
     * @return the store.
     * @throws IOException if its file cannot be read or written.
     */
    static SessionStore open(final Path directory, final boolean forced, final Clock clock) throws IOException {
        return new SessionStore(directory, forced, clock);
    }

    private void load(final ByteBuffer payload) {
        final byte kind = payload.get();
        switch (kind) {
            case SENT -> {
                final int seq = payload.getInt();
                keep(seq, StandardCharsets.ISO_8859_1.decode(payload).toString());
                nextOut = seq + 1;
            }
            case NEXT_OUT -> nextOut = payload.getInt();
            case NEXT_IN -> nextInOnFile = payload.getInt();
            case RESERVED -> reserved = payload.getInt();
            case RESET -> {
                forget();
                creationMs = payload.getLong();
            }
            default -> throw new IllegalStateException("session store has a record of kind " + kind);
        }
    }

    private void forget() {
        nextOut = 1;
        nextIn = 1;
        nextInOnFile = 1;
        reserved = 1;
        Arrays.fill(messageSeqs, 0);
        Arrays.fill(messages, null);
    }

    private void keep(final int seq, final String message) {
        messages[seq % MESSAGES] = message;
        messageSeqs[seq % MESSAGES] = seq;
    }

    @Override
    public synchronized boolean set(final int sequence, final String message) throws IOException {
        final String kept = SentLogons.withoutSecrets(message);
        if (forced && sequence >= reserved) {
            appendNumber(RESERVED, sequence + RESERVE);
            file.commit();
            reserved = sequence + RESERVE;
        }
        appendSent(file, sequence, kept);
        if (!held) {
            file.write();
        }
        keep(sequence, kept);
        if (file.length() > REWRITE_BYTES) {
            rewrite();
        }
        return true;
    }

    /** From now on messages are gathered: until {@link #release} none of them may leave. */
    synchronized void hold() {
        held = true;
    }

    /**
     * Puts all that was gathered on file by one write; later messages are each written at once.
     *
     * @throws IOException if it cannot be written: none of it may leave.
     */
    synchronized void release() throws IOException {
        held = false;
        file.write();
    }

    private void appendSent(final RecordFile target, final int seq, final String message) throws IOException {
        record.clear();
        record.put(SENT).putInt(seq);
        final byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        record.put(bytes, 0, Math.min(bytes.length, record.remaining()));
        target.append(record.flip());
    }

    private void appendNumber(final byte kind, final int number) throws IOException {
        file.append(numberRecord(kind, number));
    }

    private ByteBuffer numberRecord(final byte kind, final int number) {
        record.clear();
        return record.put(kind).putInt(number).flip();
    }

    private void rewrite() throws IOException {
        final int keptNextOut = nextOut;
        file.rewrite(target -> {
            record.clear();
            target.append(record.put(RESET).putLong(creationMs).flip());
            for (int seq = Math.max(1, keptNextOut - MESSAGES); seq <= keptNextOut; seq++) {
                if (messageSeqs[seq % MESSAGES] == seq) {
                    appendSent(target, seq, messages[seq % MESSAGES]);
                }
            }
            if (messageSeqs[keptNextOut % MESSAGES] != keptNextOut) {
                target.append(numberRecord(NEXT_OUT, keptNextOut));
            }
            target.append(numberRecord(NEXT_IN, nextInOnFile));
            target.append(numberRecord(RESERVED, reserved));
        });
    }

    @Override
    public synchronized void get(final int from, final int to, final Collection<String> found) {
        for (int seq = Math.max(from, nextOut - MESSAGES); seq <= to && seq < nextOut; seq++) {
            if (seq > 0 && messageSeqs[seq % MESSAGES] == seq) {
                found.add(messages[seq % MESSAGES]);
            }
        }
    }

    @Override
    public synchronized int getNextSenderMsgSeqNum() {
        return nextOut;
    }

    @Override
    public int getNextTargetMsgSeqNum() {
        return nextIn;
    }

    @Override
    public synchronized void setNextSenderMsgSeqNum(final int next) throws IOException {
        appendNumber(NEXT_OUT, next);
        file.commit();
        nextOut = next;
    }

    @Override
    public synchronized void setNextTargetMsgSeqNum(final int next) throws IOException {
        nextIn = next;
        if (next < nextInOnFile) {
            writeNextIn(next);
        }
    }

    /** The message with this number is on file: that used it. */
    @Override
    public synchronized void incrNextSenderMsgSeqNum() throws IOException {
        if (messageSeqs[nextOut % MESSAGES] == nextOut) {
            nextOut++;
        } else {
            setNextSenderMsgSeqNum(nextOut + 1);
        }
    }

    @Override
    public synchronized void incrNextTargetMsgSeqNum() {
        nextIn = nextIn + 1;
    }

    /**
     * The command log holds all that the venue's messages below a number said.
     *
     * @param ofGeneration {@link #generation} when they were read.
     * @param next         the lowest number that it does not hold yet.
     * @throws IOException if it cannot be written: after a crash more than needed is asked for again.
     */
    void taken(final int ofGeneration, final int next) throws IOException {
        if (next > nextInOnFile) {
            synchronized (this) {
                if (ofGeneration == generation && next > nextInOnFile && next <= nextIn) {
                    writeNextIn(next);
                }
            }
        }
    }

    private void writeNextIn(final int next) throws IOException {
        appendNumber(NEXT_IN, next);
        file.write();
        nextInOnFile = next;
    }

    /** {@return bytes of the file that a loss of power leaves; 0 where the disk is not waited for} */
    synchronized long forcedLength() {
        return file.forcedLength();
    }

    /** {@return a number that changes when the numbers begin anew} */
    int generation() {
        return generation;
    }

    @Override
    public synchronized Date getCreationTime() {
        return new Date(creationMs);
    }

    @Override
    public synchronized void reset() throws IOException {
        generation = generation + 1;
        forget();
        creationMs = clock.millis();
        record.clear();
        file.append(record.put(RESET).putLong(creationMs).flip());
        file.commit();
    }

    @Override
    public void refresh() {
        // the file belongs to this process alone
    }

    @Override
    public synchronized void close() throws IOException {
        if (forced && reserved > nextOut) {
            appendNumber(RESERVED, nextOut);
        }
        file.close();
    }
}
