package io.weir.core.cluster;

/** Which parts of a node share a thread. */
public enum ThreadLayout {
    /** Media driver, archive, consensus module and guests on one thread, the service on another: for 2 to 4 cores. */
    COMPACT,

    /** A thread for each part: for machines with cores to spare. */
    DEDICATED
}
