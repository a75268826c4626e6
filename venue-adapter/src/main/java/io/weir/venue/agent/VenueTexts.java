package io.weir.venue.agent;

import io.weir.protocol.Bounds;

/** Brings a venue's texts and ids within the bounds of our messages. Pure functions. */
final class VenueTexts {
    private VenueTexts() {}

    /** {@return printable ASCII, cut to the bound} */
    static String text(final String venueText) {
        if (venueText == null) {
            return "";
        }
        final String cut = Bounds.cutText(venueText);
        for (int i = 0; i < cut.length(); i++) {
            if (!isPrintable(cut.charAt(i))) {
                return masked(cut);
            }
        }
        return cut;
    }

    private static String masked(final String text) {
        final StringBuilder masked = new StringBuilder(text);
        for (int i = 0; i < masked.length(); i++) {
            if (!isPrintable(masked.charAt(i))) {
                masked.setCharAt(i, '?');
            }
        }
        return masked.toString();
    }

    private static boolean isPrintable(final char c) {
        return c >= ' ' && c <= '~';
    }

    /**
     * An id: what is too long keeps its beginning and gets a hash of the whole, so that equal ids stay equal and different
     * ones stay different.
     *
     * @param venueId of the venue.
     * @return at most {@link Bounds#MAX_ID_LENGTH} characters.
     */
    static String id(final String venueId) {
        final String id = text(venueId);
        if (id.length() <= Bounds.MAX_ID_LENGTH && id.equals(venueId)) {
            return id;
        }
        if (venueId == null) {
            return "";
        }
        long hash = 0xCBF2_9CE4_8422_2325L;
        for (int i = 0; i < venueId.length(); i++) {
            hash = (hash ^ venueId.charAt(i)) * 0x100_0000_01B3L;
        }
        final String suffix = "#" + Long.toHexString(hash);
        return id.substring(0, Math.min(id.length(), Bounds.MAX_ID_LENGTH - suffix.length())) + suffix;
    }

    /** {@return a name such as an asset or a symbol, cut to its bound} */
    static String name(final String venueName) {
        final String name = text(venueName);
        return name.length() <= Bounds.MAX_NAME_LENGTH ? name : name.substring(0, Bounds.MAX_NAME_LENGTH);
    }
}
