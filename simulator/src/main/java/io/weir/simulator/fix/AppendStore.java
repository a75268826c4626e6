package io.weir.simulator.fix;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import quickfix.MessageStore;

/**
 * Numbers and messages of one session in one append-only file, so that each message costs at most one write and survives SIGKILL as
 * soon as that is made; QuickFIX/J's own file store takes three. While held, a batch of messages shares a write. When the file has reached its bound it becomes the older one of two, and what
 * was in the one before is forgotten: a resend of it is a gap fill.
 *
 * <p>QuickFIX/J calls it under the session's locks, sender's and target's numbers from different threads; hence synchronized.
 */
final class AppendStore implements MessageStore, Closeable {
    /** Messages that one resend brings back at most; older ones become a gap fill. */
    static final int MAX_RESENT = 200_000;

    private final Path file;
    private final Path older;
    private final long maxFileBytes;
    private StoreFile current;
    private StoreFile previous;
    private long createdMs;
    private int nextSender = 1;
    private int nextTarget = 1;
    private boolean held;

    /**
     * Opens or makes the session's files and reads the numbers back.
     *
     * @param maxFileBytes when a file of this size becomes the older one.
     */
    AppendStore(final Path file, final long maxFileBytes) throws IOException {
        this.file = file;
        this.older = file.resolveSibling(file.getFileName() + ".old");
        this.maxFileBytes = maxFileBytes;
        open();
    }

    private void open() throws IOException {
        Files.createDirectories(file.getParent());
        previous = Files.exists(older) ? StoreFile.open(older, this::onRecord) : null;
        current = StoreFile.open(file, this::onRecord);
        if (createdMs == 0) {
            createdMs = System.currentTimeMillis();
            writeNumbers();
        }
    }

    private void onRecord(final int kind, final int number) {
        switch (kind) {
            case StoreFile.SENDER -> nextSender = number;
            case StoreFile.TARGET -> nextTarget = number;
            case StoreFile.CREATED -> createdMs = TimeUnit.SECONDS.toMillis(number);
            default -> nextSender = number + 1;
        }
    }

    private void writeNumbers() throws IOException {
        current.append(StoreFile.CREATED, (int) TimeUnit.MILLISECONDS.toSeconds(createdMs));
        current.append(StoreFile.SENDER, nextSender);
        current.append(StoreFile.TARGET, nextTarget);
        current.write();
    }

    /** From now on records are gathered: what they tell of must not leave before {@link #write}. */
    synchronized void hold() {
        held = true;
    }

    /** Puts what was gathered on file, by one write. */
    synchronized void write() throws IOException {
        current.write();
    }

    /** Puts what was gathered on file; later records are each written at once. */
    synchronized void release() throws IOException {
        held = false;
        write();
    }

    private void writeUnlessHeld() throws IOException {
        if (!held) {
            current.write();
        }
    }

    @Override
    public synchronized boolean set(final int sequence, final String message) throws IOException {
        if (current.size() > maxFileBytes) {
            rotate();
        }
        current.append(sequence, message.getBytes(StandardCharsets.ISO_8859_1));
        writeUnlessHeld();
        return true;
    }

    private void rotate() throws IOException {
        if (previous != null) {
            previous.close();
        }
        current.close();
        Files.move(file, older, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        previous = StoreFile.open(older, (kind, number) -> {});
        current = StoreFile.open(file, (kind, number) -> {});
        writeNumbers();
    }

    @Override
    public synchronized void get(final int start, final int end, final Collection<String> messages) throws IOException {
        final int from = (int) Math.max(start, (long) end - MAX_RESENT + 1);
        final List<String> found = new ArrayList<>();
        if (previous != null) {
            previous.read(from, end, found);
        }
        current.read(from, end, found);
        messages.addAll(found);
    }

    @Override
    public synchronized int getNextSenderMsgSeqNum() {
        return nextSender;
    }

    @Override
    public synchronized int getNextTargetMsgSeqNum() {
        return nextTarget;
    }

    @Override
    public synchronized void setNextSenderMsgSeqNum(final int next) throws IOException {
        nextSender = next;
        current.append(StoreFile.SENDER, next);
        writeUnlessHeld();
    }

    @Override
    public synchronized void setNextTargetMsgSeqNum(final int next) throws IOException {
        nextTarget = next;
        current.append(StoreFile.TARGET, next);
        writeUnlessHeld();
    }

    /** Follows a message that was set: its record says the number already. */
    @Override
    public synchronized void incrNextSenderMsgSeqNum() throws IOException {
        nextSender++;
        if (current.lastMessage() != nextSender - 1) {
            current.append(StoreFile.SENDER, nextSender);
            writeUnlessHeld();
        }
    }

    @Override
    public synchronized void incrNextTargetMsgSeqNum() throws IOException {
        setNextTargetMsgSeqNum(nextTarget + 1);
    }

    @Override
    public synchronized Date getCreationTime() {
        return new Date(createdMs);
    }

    /** A new session: numbers from 1, no messages. */
    @Override
    public synchronized void reset() throws IOException {
        close();
        Files.deleteIfExists(older);
        Files.deleteIfExists(file);
        createdMs = 0;
        nextSender = 1;
        nextTarget = 1;
        open();
    }

    @Override
    public synchronized void refresh() throws IOException {
        close();
        open();
    }

    @Override
    public synchronized void close() throws IOException {
        if (previous != null) {
            previous.close();
        }
        current.close();
    }
}
