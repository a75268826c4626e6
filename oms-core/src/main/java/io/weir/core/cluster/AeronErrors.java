package io.weir.core.cluster;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.agrona.ErrorHandler;

/**
 * Takes the errors that Aeron's parts report and go on from. Each is counted; each kind is told at most once a minute.
 * What they cannot go on from ends the part, and that halts the node.
 */
final class AeronErrors implements ErrorHandler {
    private static final long QUIET_NS = TimeUnit.MINUTES.toNanos(1);
    private static final int MAX_KINDS = 1000;

    private final ConcurrentHashMap<String, Long> lastSaidNs = new ConcurrentHashMap<>();
    private final AtomicLong count;

    private final Consumer<String> log;

    AeronErrors(final AtomicLong count, final Consumer<String> log) {
        this.count = count;
        this.log = log;
    }

    @Override
    public void onError(final Throwable error) {
        count.incrementAndGet();
        final long nowNs = System.nanoTime();
        final String kind = error.getClass().getName() + ": " + error.getMessage();
        final Long lastNs = lastSaidNs.get(kind);
        if ((lastNs == null || nowNs - lastNs > QUIET_NS) && lastSaidNs.size() < MAX_KINDS) {
            lastSaidNs.put(kind, nowNs);
            log.accept("aeron: " + kind + (error.getCause() == null ? "" : ", caused by " + error.getCause()));
        }
    }
}
