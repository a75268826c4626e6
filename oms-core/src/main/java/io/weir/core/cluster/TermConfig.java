package io.weir.core.cluster;

import org.agrona.BitUtil;

/**
 * Lengths of the buffers that the log's streams run through, in bytes, each a power of two. A stream takes three terms of
 * memory; a writer can be at most half a term ahead of its slowest reader.
 *
 * @param ingressLength of the commands on their way in.
 * @param logLength     of the command log.
 * @param journalLength of the journal; a journal once begun keeps the length it was begun with.
 * @param segmentLength of a file of the recordings; what is purged is purged in whole files; at least a term.
 */
public record TermConfig(int ingressLength, int logLength, int journalLength, int segmentLength) {
    /** What the product ships: a burst of 100,000 orders fits the log's window. */
    public static final TermConfig STANDARD = new TermConfig(8 << 20, 32 << 20, 32 << 20, 64 << 20);

    /** The least memory: for tests and small disks. */
    public static final TermConfig SMALL = new TermConfig(1 << 20, 1 << 20, 1 << 20, 1 << 20);

    private static final int MIN_LENGTH = 1 << 20;
    private static final int MAX_LENGTH = 1 << 30;

    public TermConfig {
        final Faults faults = new Faults("terms");
        checkLength(faults, "ingressLength", ingressLength);
        checkLength(faults, "logLength", logLength);
        checkLength(faults, "journalLength", journalLength);
        checkLength(faults, "segmentLength", segmentLength);
        faults.check(
                segmentLength >= Math.max(logLength, journalLength),
                "segmentLength " + segmentLength + " is below the longest term, " + Math.max(logLength, journalLength));
        faults.raise();
    }

    private static void checkLength(final Faults faults, final String name, final int length) {
        faults.check(
                BitUtil.isPowerOfTwo(length) && length >= MIN_LENGTH && length <= MAX_LENGTH,
                name + " " + length + " is not a power of two from " + MIN_LENGTH + " to " + MAX_LENGTH);
    }

    /** {@return bytes of shared memory that a node's streams may come to use, one edge's included} */
    long sharedMemoryBytes() {
        final long snapshotAndReplays = 4L * NodeContexts.SERVICE_TERM_LENGTH;
        return 3L * (ingressLength + 2L * logLength + journalLength + snapshotAndReplays) + (16L << 20);
    }
}
