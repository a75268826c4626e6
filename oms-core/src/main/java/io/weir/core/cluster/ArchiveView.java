package io.weir.core.cluster;

/** What one node's archive has last said of the journal. Written by its desk's thread, read by any. */
final class ArchiveView {
    private volatile boolean hasAnswered;
    private volatile boolean hasJournal;
    private volatile long startPosition;
    private volatile long recordedPosition;

    /** The archive has no journal yet. */
    void onNothing() {
        hasJournal = false;
        hasAnswered = true;
    }

    /**
     * The archive has a journal.
     *
     * @param start    the oldest position that is kept.
     * @param recorded up to where it is recorded.
     */
    void onJournal(final long start, final long recorded) {
        startPosition = start;
        recordedPosition = recorded;
        hasJournal = true;
        hasAnswered = true;
    }

    /** The archive does not answer: what it keeps is unknown. */
    void onSilence() {
        hasAnswered = false;
    }

    boolean hasAnswered() {
        return hasAnswered;
    }

    boolean hasJournal() {
        return hasJournal;
    }

    long startPosition() {
        return startPosition;
    }

    long recordedPosition() {
        return recordedPosition;
    }
}
