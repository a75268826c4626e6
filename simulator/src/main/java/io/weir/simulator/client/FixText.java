package io.weir.simulator.client;

import java.util.Set;

/** FIX messages as text: fields ended by SOH, as they cross the wire. */
public final class FixText {
    private static final char SOH = '\001';

    /** What a message that is said again may change: numbers, times, flags, and what follows from the length. */
    private static final Set<String> OF_ONE_SAYING = Set.of("9", "10", "34", "43", "52", "97", "122");

    private FixText() {}

    /**
     * Finds a field; groups are not looked into.
     *
     * @param text of a message.
     * @param tag  of the field.
     * @return its first value, "" if it is absent.
     */
    public static String field(final String text, final int tag) {
        final String key = SOH + Integer.toString(tag) + "=";
        final int at = text.indexOf(key);
        return at < 0 ? "" : text.substring(at + key.length(), text.indexOf(SOH, at + key.length()));
    }

    /** {@return the message without what differs when it is said again} */
    public static String content(final String text) {
        final StringBuilder content = new StringBuilder(text.length());
        for (final String field : text.split(String.valueOf(SOH))) {
            if (!OF_ONE_SAYING.contains(field.substring(0, Math.max(0, field.indexOf('='))))) {
                content.append(field).append('|');
            }
        }
        return content.toString();
    }

    /** {@return the message as a person can read it, with | for SOH} */
    public static String readable(final String text) {
        return text.replace(SOH, '|');
    }
}
