package io.weir.acceptor.connection;

/** Numbers of one connection's commands that the core has not surely taken; bounded. For one thread. */
final class Unacknowledged {
    private final long[] seqs;
    private int first;
    private int count;

    Unacknowledged(final int bound) {
        seqs = new long[bound];
    }

    /** {@return whether another command has to wait, as far as the core has come} */
    boolean isFull(final long acknowledgedSeq) {
        if (count == seqs.length) {
            forget(acknowledgedSeq);
        }
        return count == seqs.length;
    }

    void add(final long seq) {
        final int end = first + count;
        seqs[end < seqs.length ? end : end - seqs.length] = seq;
        count++;
    }

    private void forget(final long acknowledgedSeq) {
        while (count > 0 && seqs[first] <= acknowledgedSeq) {
            first = first + 1 == seqs.length ? 0 : first + 1;
            count--;
        }
    }
}
