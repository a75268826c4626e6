package io.weir.venue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Our symbols and the venue's, both ways. Immutable. */
public final class VenueSymbols {
    private final Map<String, String> theirs;
    private final Map<String, String> ours = new HashMap<>();

    /**
     * Makes the map.
     *
     * @param theirsByOurs Symbol(55) of ours to the venue's own.
     * @throws IllegalArgumentException if two of ours are the same at the venue.
     */
    public VenueSymbols(final Map<String, String> theirsByOurs) {
        theirs = new TreeMap<>(theirsByOurs);
        theirs.forEach((symbol, venueSymbol) -> {
            final String before = ours.put(venueSymbol, symbol);
            if (before != null) {
                throw new IllegalArgumentException(before + " and " + symbol + " are both " + venueSymbol);
            }
        });
    }

    /** {@return the venue's symbol for ours, null if it does not trade there} */
    public String theirs(final String symbol) {
        return theirs.get(symbol);
    }

    /** {@return our symbol for the venue's, null if we do not trade it} */
    public String ours(final String venueSymbol) {
        return ours.get(venueSymbol);
    }

    /** {@return our symbols, sorted} */
    public Set<String> ours() {
        return theirs.keySet();
    }
}
