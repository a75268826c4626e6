package io.weir.venue;

import java.util.Locale;

/** Venues that no longer exist. A configuration that still names one is refused: skipping it would hide a hole in routing. */
public final class CeasedVenues {
    private CeasedVenues() {}

    /**
     * Judges a name.
     *
     * @param name of a venue or of a kind of adapter, in any letter case, with any punctuation.
     * @return what is wrong with it, null if nothing.
     */
    public static String faultOf(final String name) {
        final String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return plain.startsWith("ftx")
                ? "'" + name + "': FTX ceased operating in November 2022 and takes no orders; remove this entry"
                : null;
    }
}
