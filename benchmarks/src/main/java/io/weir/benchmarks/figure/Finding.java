package io.weir.benchmarks.endtoend;

/**
 * Something looked at after the rounds.
 *
 * @param text  what was found.
 * @param holds whether it is as it has to be.
 */
record Finding(String text, boolean holds) {}
