package io.weir.core.venue;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.VenueState;
import io.weir.sor.RoutingPolicy;

/** An exchange: what was defined of it, how it is, and its breaker. One object for the life of the node. */
public final class Venue implements Snapshotable {
    /** A degraded venue counts half as reliable. */
    private static final int DEGRADED_DIVISOR = 2;

    /** One that has yet to come back counts a quarter. */
    private static final int RECOVERING_DIVISOR = 4;

    private final int venueId;
    private final String name;
    private final Breaker breaker = new Breaker();
    private boolean supportsReplace;
    private int makerFeePpm;
    private int takerFeePpm;
    private int maxOpenOrders;
    private VenueState state = VenueState.DOWN;
    private long latencyNs;
    private int reliabilityBps;
    private long heardNs;
    private long recoversUntilNs;
    private int openOrders;

    Venue(final int venueId, final String name) {
        this.venueId = venueId;
        this.name = name;
    }

    /** {@return its number, 1, 2, 3 …} */
    public int venueId() {
        return venueId;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return whether it changes an order in one step} */
    public boolean supportsReplace() {
        return supportsReplace;
    }

    /** {@return in 1/1,000,000 of the notional} */
    public int makerFeePpm() {
        return makerFeePpm;
    }

    /** {@return in 1/1,000,000 of the notional} */
    public int takerFeePpm() {
        return takerFeePpm;
    }

    /** {@return how it is} */
    public VenueState state() {
        return state;
    }

    /** {@return whether orders may go to it by its state} */
    public boolean isConnected() {
        return state == VenueState.UP || state == VenueState.DEGRADED;
    }

    /**
     * Has it gone away, or its edge started anew, only a moment ago? Its edge keeps orders and sends them once it has
     * reconciled, so that orders that can wait need not be refused for it.
     */
    public boolean isRecovering(final long nowNs) {
        return state == VenueState.DOWN && nowNs < recoversUntilNs;
    }

    /** {@return order to acknowledgement in ns, 0 if not known} */
    public long latencyNs() {
        return latencyNs;
    }

    /** {@return share of requests answered in time in 1/10,000; less while it is degraded or has yet to come back} */
    public int reliabilityBps() {
        return switch (state) {
            case DEGRADED -> reliabilityBps / DEGRADED_DIVISOR;
            case DOWN -> reliabilityBps / RECOVERING_DIVISOR;
            default -> reliabilityBps;
        };
    }

    /** {@return its breaker} */
    public Breaker breaker() {
        return breaker;
    }

    /** {@return whether it has as many of our orders open as it may} */
    public boolean isFull() {
        return openOrders >= maxOpenOrders;
    }

    /** An order of ours is open there from now on. */
    public void onOrderOpened() {
        openOrders++;
    }

    /** An order of ours is open there no more. */
    public void onOrderClosed() {
        if (--openOrders < 0) {
            throw new IllegalStateException("venue " + name + " has " + openOrders + " open orders");
        }
    }

    boolean define(final DefineVenue command) {
        final boolean changed = supportsReplace != command.supportsReplace()
                || makerFeePpm != command.makerFeePpm()
                || takerFeePpm != command.takerFeePpm()
                || maxOpenOrders != command.maxOpenOrders();
        supportsReplace = command.supportsReplace();
        makerFeePpm = command.makerFeePpm();
        takerFeePpm = command.takerFeePpm();
        maxOpenOrders = command.maxOpenOrders();
        return changed;
    }

    void heard(final long newLatencyNs, final int newReliabilityBps, final long nowNs) {
        latencyNs = Math.max(0, newLatencyNs);
        reliabilityBps = Math.max(0, Math.min(RoutingPolicy.WHOLE, newReliabilityBps));
        heardNs = nowNs;
    }

    long heardNs() {
        return heardNs;
    }

    void recoversUntil(final long untilNs) {
        recoversUntilNs = untilNs;
    }

    boolean state(final VenueState newState) {
        final boolean changed = state != newState;
        state = newState;
        return changed;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putBoolean(supportsReplace);
        snapshot.putInt(makerFeePpm);
        snapshot.putInt(takerFeePpm);
        snapshot.putInt(maxOpenOrders);
        snapshot.putInt(state.ordinal());
        snapshot.putLong(latencyNs);
        snapshot.putInt(reliabilityBps);
        snapshot.putLong(heardNs);
        snapshot.putLong(recoversUntilNs);
        breaker.writeTo(snapshot);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        supportsReplace = snapshot.getBoolean();
        makerFeePpm = snapshot.getInt();
        takerFeePpm = snapshot.getInt();
        maxOpenOrders = snapshot.getInt();
        state = VenueState.values()[snapshot.getInt()];
        latencyNs = snapshot.getLong();
        reliabilityBps = snapshot.getInt();
        heardNs = snapshot.getLong();
        recoversUntilNs = snapshot.getLong();
        breaker.readFrom(snapshot);
    }
}
