package io.weir.app;

import java.util.concurrent.Callable;

/**
 * A subcommand of the command line that another room brings; it is named in {@code META-INF/services} and carries picocli's
 * {@link picocli.CommandLine.Command}. Called once, on the main thread; the value it returns is the exit code.
 */
public interface Subcommand extends Callable<Integer> {}
