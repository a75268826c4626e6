package io.weir.venue.agent;

/** Time as people and venues write it. */
@FunctionalInterface
interface WallClock {
    /** {@return ns since 1970 UTC} */
    long timeNs();
}
