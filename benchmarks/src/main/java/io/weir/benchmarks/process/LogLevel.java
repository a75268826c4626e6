package io.weir.benchmarks.process;

import org.slf4j.LoggerFactory;

/** How much this process logs. What it starts decides for itself. */
public final class LogLevel {
    private static final String PROPERTY = "weir.log.level";

    private LogLevel() {}

    /** Sets the level where the user has not; called before there is more than one thread to set logging up. */
    public static void orElse(final String level) {
        System.setProperty(PROPERTY, System.getProperty(PROPERTY, level));
        LoggerFactory.getILoggerFactory();
    }
}
