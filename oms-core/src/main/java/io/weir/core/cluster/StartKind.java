package io.weir.core.cluster;

/** How the run before this one ended, as far as the data directory tells. */
public enum StartKind {
    /** There was none. */
    FIRST,

    /** It stopped by itself, whole. */
    CLEAN,

    /** It was killed or halted; the machine kept power, or nobody can tell. */
    KILLED,

    /** It was killed and the machine has booted since: what the disk had not yet may be gone. */
    POWER_LOST
}
