package io.weir.simulator.fault;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The faults of one venue: armed by tests and the control port from any thread, asked for by the venue's front at each occasion.
 * Chance comes from one seed, so a run with the same requests meets the same faults.
 */
public final class Faults {
    private final Set<FaultKind> supported;
    private final Random random;
    private final Map<FaultKind, Arming> armed = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Long> struck = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Long> lastDelayMs = new EnumMap<>(FaultKind.class);
    private volatile boolean anyArmed;

    /** @param supported what the venue's protocol can do; arming anything else is refused. */
    public Faults(final Set<FaultKind> supported, final long seed) {
        this.supported = EnumSet.copyOf(supported);
        this.random = new Random(seed);
    }

    /** Arms a kind, in place of an earlier arming of it. Refuses a kind that the protocol does not have. */
    public synchronized void arm(final FaultKind kind, final Arming arming) {
        if (!supported.contains(kind)) {
            throw new IllegalArgumentException("fault " + kind + " is not one of this venue's: " + supported);
        }
        armed.put(kind, arming);
        anyArmed = true;
    }

    /** Disarms one kind. */
    public synchronized void clear(final FaultKind kind) {
        armed.remove(kind);
        anyArmed = !armed.isEmpty();
    }

    /** Disarms all kinds. */
    public synchronized void clearAll() {
        armed.clear();
        anyArmed = false;
    }

    /** Whether {@code kind} strikes this request now; counts it if so. */
    public boolean strikes(final FaultKind kind, final RequestKind request) {
        return anyArmed && decide(kind, request);
    }

    /** Whether {@code kind} strikes a report, a depth update or an accepted order now; counts it if so. */
    public boolean strikes(final FaultKind kind) {
        return anyArmed && decide(kind, null);
    }

    private synchronized boolean decide(final FaultKind kind, final RequestKind request) {
        final Arming arming = armed.get(kind);
        if (arming == null || request != null && !arming.requests().contains(request)) {
            return false;
        }
        if (arming.probability() < 1 && random.nextDouble() >= arming.probability()) {
            return false;
        }
        struck.merge(kind, 1L, Long::sum);
        lastDelayMs.put(kind, arming.delayMs());
        if (arming.remaining() == 1) {
            clear(kind);
        } else if (arming.remaining() != Arming.UNLIMITED) {
            armed.put(kind, arming.struck());
        }
        return true;
    }

    /** The delay in ms of the arming that made {@code kind} strike last. */
    public synchronized long delayMs(final FaultKind kind) {
        return lastDelayMs.getOrDefault(kind, 0L);
    }

    /** How often each kind has struck. */
    public synchronized Map<FaultKind, Long> struck() {
        return new EnumMap<>(struck);
    }

    /** What is armed now. */
    public synchronized Map<FaultKind, Arming> armed() {
        return new EnumMap<>(armed);
    }

    /** What the venue's protocol can do. */
    public Set<FaultKind> supported() {
        return EnumSet.copyOf(supported);
    }
}
