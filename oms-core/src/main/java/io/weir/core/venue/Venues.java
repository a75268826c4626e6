package io.weir.core.venue;

import io.weir.core.refdata.Instrument;
import io.weir.core.refdata.Instruments;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.protocol.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All venues by name and number, and what each lists. */
public final class Venues implements Snapshotable {
    private static final Listing[] NONE = {};

    private final Instruments instruments;
    private final List<Venue> byId = new ArrayList<>();
    private final Map<String, Venue> byName = new HashMap<>();
    private final List<Listing[]> byInstrument = new ArrayList<>();

    public Venues(final Instruments instruments) {
        this.instruments = instruments;
    }

    /** {@return the venue, or null} */
    public Venue find(final String name) {
        return byName.get(name);
    }

    /** {@return the venue, or null if the number was never given out} */
    public Venue find(final int venueId) {
        return venueId >= 1 && venueId <= byId.size() ? byId.get(venueId - 1) : null;
    }

    /** {@return the venue of a number that was given out} */
    public Venue get(final int venueId) {
        return byId.get(venueId - 1);
    }

    /** {@return how many there are} */
    public int size() {
        return byId.size();
    }

    /** {@return where an instrument is listed, by rising venueId; not to be changed} */
    public Listing[] listings(final Instrument instrument) {
        return instrument.instrumentId() <= byInstrument.size()
                ? byInstrument.get(instrument.instrumentId() - 1)
                : NONE;
    }

    /** {@return the listing, or null} */
    public Listing listing(final Venue venue, final Instrument instrument) {
        for (final Listing listing : listings(instrument)) {
            if (listing.venue() == venue) {
                return listing;
            }
        }
        return null;
    }

    Venue add(final String name) {
        final Venue venue = new Venue(byId.size() + 1, name);
        byId.add(venue);
        byName.put(name, venue);
        return venue;
    }

    Listing add(final Venue venue, final Instrument instrument) {
        while (byInstrument.size() < instrument.instrumentId()) {
            byInstrument.add(NONE);
        }
        final Listing[] old = byInstrument.get(instrument.instrumentId() - 1);
        final Listing[] listings = Arrays.copyOf(old, old.length + 1);
        int at = old.length;
        while (at > 0 && listings[at - 1].venue().venueId() > venue.venueId()) {
            listings[at] = listings[--at];
        }
        listings[at] = new Listing(venue, instrument);
        byInstrument.set(instrument.instrumentId() - 1, listings);
        return listings[at];
    }

    /** A venue's books are not to be trusted any more. */
    void clearBooks(final Venue venue) {
        for (final Listing[] listings : byInstrument) {
            for (final Listing listing : listings) {
                if (listing.venue() == venue) {
                    listing.clearBook();
                }
            }
        }
    }

    void fees(final Venue venue) {
        for (final Listing[] listings : byInstrument) {
            for (final Listing listing : listings) {
                if (listing.venue() == venue) {
                    listing.fees(venue.makerFeePpm(), venue.takerFeePpm());
                }
            }
        }
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("venues");
        snapshot.putInt(byId.size());
        for (final Venue venue : byId) {
            snapshot.putText(venue.name());
            venue.writeTo(snapshot);
        }
        snapshot.putInt(byInstrument.size());
        for (final Listing[] listings : byInstrument) {
            snapshot.putInt(listings.length);
            for (final Listing listing : listings) {
                snapshot.putInt(listing.venue().venueId());
                listing.writeTo(snapshot);
            }
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("venues");
        final int venues = snapshot.getInt();
        for (int i = 0; i < venues; i++) {
            add(snapshot.getText()).readFrom(snapshot);
        }
        final int rows = snapshot.getInt();
        if (venues > Bounds.MAX_VENUES) {
            throw new IllegalStateException("snapshot with " + venues + " venues, bound " + Bounds.MAX_VENUES);
        }
        for (int row = 1; row <= rows; row++) {
            for (int i = snapshot.getInt(); i > 0; i--) {
                add(get(snapshot.getInt()), instruments.get(row)).readFrom(snapshot);
            }
        }
    }
}
