package io.weir.ops.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Shows the counters of other rooms to Prometheus. A room keeps plain longs; they are read when someone asks, on the HTTP
 * thread. Any thread may add.
 */
public final class Meters implements AutoCloseable {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final Pattern NAME = Pattern.compile("weir(\\.[a-z][a-z0-9]*)+");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    /** The registry refers to what it reads only weakly. */
    private final List<Object> sources = new CopyOnWriteArrayList<>();

    private final Set<List<String>> known = ConcurrentHashMap.newKeySet();

    /** Makes one that shows the JVM and the process already. */
    public Meters() {
        registry.throwExceptionOnRegistrationFailure();
        gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /**
     * Shows a count that only rises while the process lives.
     *
     * @param name        words in lower case joined by points, {@code weir.fix.messages.in}; Prometheus sees
     *                    {@code weir_fix_messages_in_total}.
     * @param description one sentence.
     * @param value       must not block.
     * @param tags        name, value, name, value …; few different values.
     */
    public void counter(final String name, final String description, final LongSupplier value, final String... tags) {
        FunctionCounter.builder(checked(name, tags), keep(value), LongSupplier::getAsLong)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /**
     * Shows a value that rises and falls.
     *
     * @param name        as of {@link #counter}, with the unit at its end: {@code weir.store.lag.bytes}.
     * @param description one sentence.
     * @param value       must not block.
     * @param tags        name, value, name, value …; few different values.
     */
    public void gauge(final String name, final String description, final DoubleSupplier value, final String... tags) {
        Gauge.builder(checked(name, tags), keep(value), DoubleSupplier::getAsDouble)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private <T> T keep(final T source) {
        sources.add(source);
        return source;
    }

    /** The registry would keep the first of two and say nothing. */
    private String checked(final String name, final String... tags) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("meter " + name + " is not named " + NAME);
        }
        final List<String> key = new ArrayList<>(List.of(tags));
        key.add(0, name);
        if (!known.add(key)) {
            throw new IllegalArgumentException("meter " + key + " is there already");
        }
        return name;
    }

    /**
     * Reads all.
     *
     * @param contentType what the reader takes, for example Prometheus' {@code Accept} header; "" for plain text.
     * @return the exposition in that format, or in Prometheus' text format 0.0.4.
     */
    public String scrape(final String contentType) {
        return wantsOpenMetrics(contentType) ? registry.scrape(OPEN_METRICS) : registry.scrape(TEXT);
    }

    /** {@return the Content-Type of what {@link #scrape} answers} */
    public String contentType(final String accepted) {
        return wantsOpenMetrics(accepted) ? OPEN_METRICS : TEXT;
    }

    private static boolean wantsOpenMetrics(final String accepted) {
        return accepted.contains("application/openmetrics-text");
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
