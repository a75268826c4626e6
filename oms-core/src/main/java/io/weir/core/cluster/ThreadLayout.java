package io.weir.core.cluster;

/** Which parts of a node share a thread. */
public enum ThreadLayout {
    /** Media driver and archive on one thread, consensus module and service on one each: for 2 to 4 cores. */
    COMPACT,

    /** A thread for each part of media driver and archive as well: for machines with cores to spare. */
    DEDICATED
}
