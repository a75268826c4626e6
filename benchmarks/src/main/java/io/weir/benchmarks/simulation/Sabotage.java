package io.weir.benchmarks.simulation;

/** What is broken on purpose, so that a test can see the laws bite. */
enum Sabotage {
    /** Nothing. */
    NONE,
    /** A venue edge begins every life with an empty send log, as if it had never sent anything. */
    FORGETFUL_SEND_LOG
}
