package io.weir.core.cluster;

import io.aeron.archive.client.AeronArchive;
import java.nio.file.Path;

/**
 * The journal's recording on this node, as it was found at start or made.
 *
 * @param archiveDirectory where its files lie.
 * @param recordingId      of the archive.
 * @param startPosition    the oldest position that could be read when it was found.
 * @param stopPosition     up to which it was recorded when it was found.
 * @param initialTermId    of its stream.
 * @param termLength       of its stream, in bytes.
 * @param segmentLength    of its files, in bytes.
 */
record JournalRecording(
        Path archiveDirectory,
        long recordingId,
        long startPosition,
        long stopPosition,
        int initialTermId,
        int termLength,
        int segmentLength) {
    /** {@return the position at which the file begins that holds {@code position}} */
    long segmentPosition(final long position) {
        return AeronArchive.segmentFileBasePosition(startPosition, position, termLength, segmentLength);
    }

    /** {@return the file that begins at {@code segmentPosition}} */
    Path segmentFile(final long segmentPosition) {
        return archiveDirectory.resolve(recordingId + "-" + segmentPosition + ".rec");
    }

    JournalRecording endingAt(final long position) {
        return new JournalRecording(
                archiveDirectory, recordingId, startPosition, position, initialTermId, termLength, segmentLength);
    }

    JournalRecording beginningAt(final long position) {
        return new JournalRecording(
                archiveDirectory, recordingId, position, stopPosition, initialTermId, termLength, segmentLength);
    }
}
