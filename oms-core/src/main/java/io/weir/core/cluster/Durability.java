package io.weir.core.cluster;

/** What an acknowledged order survives. */
public enum Durability {
    /** The death of the process at any moment. A power cut may take the newest entries. */
    PROCESS(0),

    /** A power cut too: every write of log, journal and snapshot is forced to the disk before it counts. */
    DISK(2);

    private final int fileSyncLevel;

    Durability(final int fileSyncLevel) {
        this.fileSyncLevel = fileSyncLevel;
    }

    /** {@return the sync level of archive and consensus module: 0 leaves data to the page cache, 2 forces data and metadata} */
    int fileSyncLevel() {
        return fileSyncLevel;
    }
}
