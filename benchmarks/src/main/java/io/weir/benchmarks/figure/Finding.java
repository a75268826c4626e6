package io.weir.benchmarks.figure;

/**
 * Something that was looked at and is as it has to be, or not.
 *
 * @param text  what was found.
 * @param holds whether it is as it has to be.
 */
public record Finding(String text, boolean holds) {}
