package io.weir.core.time;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import java.util.Arrays;

/**
 * All that the core has to do later: one heap by served time ({@link CoreClock#servedNs()}), and behind it one timer of the
 * cluster. A deadline is data, never a closure; equal deadlines fall due in the order in which they were set. There is no
 * cancelling: whoever is called and finds nothing to do, does nothing.
 */
public final class Deadlines implements Snapshotable {
    /** The most deadlines waiting at once. */
    public static final int MAX_DEADLINES = 1_000_000;

    private static final int INITIAL_CAPACITY = 64;

    private long[] dueNs = new long[INITIAL_CAPACITY];
    private long[] timerIds = new long[INITIAL_CAPACITY];
    private int[] kinds = new int[INITIAL_CAPACITY];
    private long[] subjects = new long[INITIAL_CAPACITY];
    private int size;
    private long lastTimerId;

    private DeadlineKind takenKind;
    private long takenSubject;
    private long takenDueNs;

    /**
     * Sets a deadline.
     *
     * @param servedNs when, by {@link CoreClock#servedNs()}; in the past is "as soon as possible".
     * @param kind     what is due.
     * @param subject  whose, as the kind says.
     * @return false if {@link #MAX_DEADLINES} are waiting already; nothing is set then.
     */
    public boolean set(final long servedNs, final DeadlineKind kind, final long subject) {
        if (size == MAX_DEADLINES) {
            return false;
        }
        if (size == dueNs.length) {
            grow();
        }
        place(size, servedNs, ++lastTimerId, kind.ordinal(), subject);
        siftUp(size++);
        return true;
    }

    /** {@return the earliest deadline by served time, {@link Long#MAX_VALUE} if there is none} */
    public long nextNs() {
        return size == 0 ? Long.MAX_VALUE : dueNs[0];
    }

    /** {@return how many are waiting} */
    public int size() {
        return size;
    }

    /**
     * Takes the earliest deadline off the heap if it is due; {@link #kind()}, {@link #subject()} and {@link #dueNs()} tell
     * which it was.
     *
     * @param servedNs the present, by {@link CoreClock#servedNs()}.
     * @return false if none is due.
     */
    public boolean takeDue(final long servedNs) {
        if (size == 0 || dueNs[0] > servedNs) {
            return false;
        }
        takenDueNs = dueNs[0];
        takenKind = DeadlineKind.of(kinds[0]);
        takenSubject = subjects[0];
        move(--size, 0);
        siftDown();
        return true;
    }

    /** {@return the kind of the deadline taken last} */
    public DeadlineKind kind() {
        return takenKind;
    }

    /** {@return the subject of the deadline taken last} */
    public long subject() {
        return takenSubject;
    }

    /** {@return when the deadline taken last was due, by served time} */
    public long dueNs() {
        return takenDueNs;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(lastTimerId);
        snapshot.putInt(size);
        for (int i = 0; i < size; i++) {
            snapshot.putLong(dueNs[i]);
            snapshot.putLong(timerIds[i]);
            snapshot.putInt(kinds[i]);
            snapshot.putLong(subjects[i]);
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        lastTimerId = snapshot.getLong();
        final int count = snapshot.getInt();
        while (dueNs.length < count) {
            grow();
        }
        for (int i = 0; i < count; i++) {
            place(i, snapshot.getLong(), snapshot.getLong(), snapshot.getInt(), snapshot.getLong());
        }
        size = count;
    }

    private void siftUp(final int from) {
        int at = from;
        while (at > 0) {
            final int parent = (at - 1) / 2;
            if (!isEarlier(at, parent)) {
                return;
            }
            swap(at, parent);
            at = parent;
        }
    }

    private void siftDown() {
        int at = 0;
        while (true) {
            int earliest = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
                if (isEarlier(child, earliest)) {
                    earliest = child;
                }
            }
            if (earliest == at) {
                return;
            }
            swap(at, earliest);
            at = earliest;
        }
    }

    private boolean isEarlier(final int one, final int other) {
        return dueNs[one] != dueNs[other] ? dueNs[one] < dueNs[other] : timerIds[one] < timerIds[other];
    }

    private void swap(final int one, final int other) {
        final long due = dueNs[one];
        final long timerId = timerIds[one];
        final int kind = kinds[one];
        final long subject = subjects[one];
        move(other, one);
        place(other, due, timerId, kind, subject);
    }

    private void move(final int from, final int to) {
        place(to, dueNs[from], timerIds[from], kinds[from], subjects[from]);
    }

    private void place(final int at, final long due, final long timerId, final int kind, final long subject) {
        dueNs[at] = due;
        timerIds[at] = timerId;
        kinds[at] = kind;
        subjects[at] = subject;
    }

    private void grow() {
        final int capacity = dueNs.length * 2;
        dueNs = Arrays.copyOf(dueNs, capacity);
        timerIds = Arrays.copyOf(timerIds, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        subjects = Arrays.copyOf(subjects, capacity);
    }
}
