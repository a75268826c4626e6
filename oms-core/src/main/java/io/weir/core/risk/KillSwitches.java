package io.weir.core.risk;

import io.weir.core.refdata.Account;
import io.weir.core.refdata.Instrument;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.core.venue.Venue;
import io.weir.protocol.command.KillScope;
import java.util.BitSet;

/** Which switches are engaged. An engaged one stops new orders and replaces; cancels always pass. */
public final class KillSwitches implements Snapshotable {
    private final BitSet accounts = new BitSet();
    private final BitSet instruments = new BitSet();
    private final BitSet venues = new BitSet();
    private boolean all;
    private long version;

    /**
     * Sets one switch.
     *
     * @param scope   what it covers.
     * @param id      accountId, venueId or instrumentId; 0 for ALL.
     * @param engaged true stops.
     * @return whether it stood otherwise before.
     */
    public boolean set(final KillScope scope, final int id, final boolean engaged) {
        version++;
        if (scope == KillScope.ALL) {
            final boolean changed = all != engaged;
            all = engaged;
            return changed;
        }
        final BitSet bits = bits(scope);
        final boolean changed = bits.get(id) != engaged;
        bits.set(id, engaged);
        return changed;
    }

    /** {@return a number that changes when a switch may have; no part of the state} */
    public long version() {
        return version;
    }

    /**
     * Walks the engaged switches of a scope.
     *
     * @param scope any.
     * @param from  0 and more.
     * @return the lowest engaged id that is not below, -1 if there is none; for ALL, 0 if it is engaged.
     */
    public int next(final KillScope scope, final int from) {
        if (scope == KillScope.ALL) {
            return all && from == 0 ? 0 : -1;
        }
        return bits(scope).nextSetBit(from);
    }

    private BitSet bits(final KillScope scope) {
        return switch (scope) {
            case ACCOUNT -> accounts;
            case VENUE -> venues;
            case INSTRUMENT -> instruments;
            case ALL -> throw new IllegalArgumentException("ALL has no id");
        };
    }

    /**
     * Is an order stopped?
     *
     * @return the scope of the widest switch that stops it, or null.
     */
    public KillScope stopping(final Account account, final Instrument instrument) {
        if (all) {
            return KillScope.ALL;
        }
        if (accounts.get(account.accountId())) {
            return KillScope.ACCOUNT;
        }
        return instruments.get(instrument.instrumentId()) ? KillScope.INSTRUMENT : null;
    }

    /** {@return whether a venue is to be left out} */
    public boolean stops(final Venue venue) {
        return venues.get(venue.venueId());
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("kill");
        snapshot.putBoolean(all);
        put(snapshot, accounts);
        put(snapshot, instruments);
        put(snapshot, venues);
    }

    private static void put(final SnapshotWriter snapshot, final BitSet bits) {
        snapshot.putInt(bits.cardinality());
        for (int id = bits.nextSetBit(0); id >= 0; id = bits.nextSetBit(id + 1)) {
            snapshot.putInt(id);
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("kill");
        version++;
        all = snapshot.getBoolean();
        get(snapshot, accounts);
        get(snapshot, instruments);
        get(snapshot, venues);
    }

    private static void get(final SnapshotReader snapshot, final BitSet bits) {
        for (int i = snapshot.getInt(); i > 0; i--) {
            bits.set(snapshot.getInt());
        }
    }
}
