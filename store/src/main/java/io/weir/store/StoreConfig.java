package io.weir.store;

import io.weir.config.ConfigException;
import io.weir.config.Secret;
import io.weir.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Settings of the store.
 *
 * @param directory     where the embedded H2 database lies; used if {@code url} is "".
 * @param url           {@code jdbc:postgresql:…} without user and password, "" for embedded H2.
 * @param user          database user of PostgreSQL.
 * @param password      of that user.
 * @param poolSize      connections for queries, {@value #MIN_POOL_SIZE} to {@value #MAX_POOL_SIZE}; the projector has one
 *                      more of its own.
 * @param batchEvents   the most events projected in one transaction, {@value #MIN_BATCH_EVENTS} to
 *                      {@value #MAX_BATCH_EVENTS}.
 * @param batchTime     how long the first event of a batch waits for others, 1 ms to 10 s.
 * @param retentionDays closed orders and their executions stay this long, 1 to {@value #MAX_RETENTION_DAYS}.
 * @param maxAlerts     the newest alerts kept, {@value #MIN_ALERTS} to {@value #MAX_ALERTS}.
 * @param queryTimeout  after which a query is given up, 1 s to 1 min.
 */
public record StoreConfig(
        Path directory,
        String url,
        String user,
        Secret password,
        int poolSize,
        int batchEvents,
        Duration batchTime,
        int retentionDays,
        int maxAlerts,
        Duration queryTimeout) {
    /** Two queries at once leave a 2-core machine room for orders. */
    public static final int DEFAULT_POOL_SIZE = 2;

    /** Where bigger batches stopped being faster on H2. */
    public static final int DEFAULT_BATCH_EVENTS = 5_000;

    /** What a person does not notice as waiting. */
    public static final Duration DEFAULT_BATCH_TIME = Duration.ofMillis(100);

    /** Thirteen months: a year's report can still be asked for in the month after. */
    public static final int DEFAULT_RETENTION_DAYS = 396;

    public static final int DEFAULT_MAX_ALERTS = 10_000;

    public static final Duration DEFAULT_QUERY_TIMEOUT = Duration.ofSeconds(5);

    static final int MIN_POOL_SIZE = 1;
    static final int MAX_POOL_SIZE = 32;
    static final int MIN_BATCH_EVENTS = 1;
    static final int MAX_BATCH_EVENTS = 100_000;
    static final int MAX_RETENTION_DAYS = 36_500;
    static final int MIN_ALERTS = 1;
    static final int MAX_ALERTS = 1_000_000;

    private static final Duration MAX_BATCH_TIME = Duration.ofSeconds(10);
    private static final Duration MAX_QUERY_TIMEOUT = Duration.ofMinutes(1);

    /**
     * Checks itself whole.
     *
     * @throws ConfigException with every fault.
     */
    public StoreConfig {
        final List<String> faults = new ArrayList<>();
        checkUrl(url, directory, faults);
        within("pool-size", poolSize, MIN_POOL_SIZE, MAX_POOL_SIZE, faults);
        within("batch-events", batchEvents, MIN_BATCH_EVENTS, MAX_BATCH_EVENTS, faults);
        within("batch-time", batchTime, Duration.ofMillis(1), MAX_BATCH_TIME, faults);
        within("retention-days", retentionDays, 1, MAX_RETENTION_DAYS, faults);
        within("max-alerts", maxAlerts, MIN_ALERTS, MAX_ALERTS, faults);
        within("query-timeout", queryTimeout, Duration.ofSeconds(1), MAX_QUERY_TIMEOUT, faults);
        if (!faults.isEmpty()) {
            throw new ConfigException("store", faults);
        }
    }

    /**
     * Embedded H2 with the defaults.
     *
     * @param directory made if it is not there.
     * @return the settings.
     */
    public static StoreConfig embedded(final Path directory) {
        return withDefaults(directory, "", "", Secret.of(""));
    }

    /**
     * PostgreSQL with the defaults.
     *
     * @param url      {@code jdbc:postgresql:…} without user and password.
     * @param user     database user; may create the schema {@value Store#SCHEMA} or owns it.
     * @param password of that user.
     * @return the settings.
     */
    public static StoreConfig postgreSql(final String url, final String user, final Secret password) {
        return withDefaults(Path.of("."), url, user, password);
    }

    private static StoreConfig withDefaults(
            final Path directory, final String url, final String user, final Secret password) {
        return new StoreConfig(
                directory,
                url,
                user,
                password,
                DEFAULT_POOL_SIZE,
                DEFAULT_BATCH_EVENTS,
                DEFAULT_BATCH_TIME,
                DEFAULT_RETENTION_DAYS,
                DEFAULT_MAX_ALERTS,
                DEFAULT_QUERY_TIMEOUT);
    }

    /**
     * Reads the section {@code store} of the settings file; faults are noted there.
     *
     * @param settings   the section.
     * @param directory  for the embedded database, {@code <data>/store}.
     * @param allowPlain whether a password may stand in the file itself (demo profile).
     * @return the settings; the defaults where the file is wrong.
     */
    public static StoreConfig read(final Settings settings, final Path directory, final boolean allowPlain) {
        final String url = settings.text("url", "");
        final List<String> urlFaults = new ArrayList<>();
        checkUrl(url, directory, urlFaults);
        urlFaults.forEach(text -> settings.fault("url", text.substring("url: ".length())));
        final boolean postgreSql = !url.isEmpty();
        return new StoreConfig(
                directory,
                urlFaults.isEmpty() ? url : "",
                postgreSql ? settings.text("user") : "",
                postgreSql ? settings.secret("password", allowPlain) : Secret.of(""),
                settings.integer("pool-size", MIN_POOL_SIZE, MAX_POOL_SIZE, DEFAULT_POOL_SIZE),
                settings.integer("batch-events", MIN_BATCH_EVENTS, MAX_BATCH_EVENTS, DEFAULT_BATCH_EVENTS),
                time(settings, "batch-time", Duration.ofMillis(1), MAX_BATCH_TIME, DEFAULT_BATCH_TIME),
                settings.integer("retention-days", 1, MAX_RETENTION_DAYS, DEFAULT_RETENTION_DAYS),
                settings.integer("max-alerts", MIN_ALERTS, MAX_ALERTS, DEFAULT_MAX_ALERTS),
                time(settings, "query-timeout", Duration.ofSeconds(1), MAX_QUERY_TIMEOUT, DEFAULT_QUERY_TIMEOUT));
    }

    /** {@return whether the embedded database is meant} */
    public boolean isEmbedded() {
        return url.isEmpty();
    }

    private static Duration time(
            final Settings settings, final String key, final Duration min, final Duration max, final Duration absent) {
        final Duration time = settings.duration(key, absent);
        final List<String> faults = new ArrayList<>();
        within(key, time, min, max, faults);
        faults.forEach(text -> settings.fault(key, text.substring(key.length() + 2)));
        return faults.isEmpty() ? time : absent;
    }

    private static void checkUrl(final String url, final Path directory, final List<String> faults) {
        if (url.isEmpty()) {
            if (directory.toString().contains(";")) {
                faults.add("directory: " + directory + " has a semicolon, which H2 takes for the start of a setting");
            }
            return;
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            faults.add("url: does not start with jdbc:postgresql: (leave it out for the embedded database)");
        } else if (url.toLowerCase(Locale.ROOT).matches(".*(password=|user=|://[^/]*@).*")) {
            faults.add("url: holds a user or a password; say them in user and password");
        }
    }

    private static <T extends Comparable<T>> void within(
            final String key, final T value, final T min, final T max, final List<String> faults) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            faults.add(key + ": " + value + " is not within " + min + " to " + max);
        }
    }
}
