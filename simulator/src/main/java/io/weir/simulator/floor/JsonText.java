package io.weir.simulator.floor;

import io.weir.simulator.matching.Decimals;

/** Builds one JSON object or message by appending; the caller keeps the structure right. Reusable, not thread-safe. */
public final class JsonText {
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder out;
    private boolean needsComma;

    /** @param capacity characters to start with. */
    public JsonText(final int capacity) {
        out = new StringBuilder(capacity);
    }

    /** Begins again, empty. */
    public JsonText clear() {
        out.setLength(0);
        needsComma = false;
        return this;
    }

    /** Opens an object or an array. */
    public JsonText open(final char bracket) {
        comma();
        out.append(bracket);
        needsComma = false;
        return this;
    }

    /** Closes an object or an array. */
    public JsonText close(final char bracket) {
        out.append(bracket);
        needsComma = true;
        return this;
    }

    /** A member's name. */
    public JsonText name(final String name) {
        comma();
        out.append('"').append(name).append("\":");
        needsComma = false;
        return this;
    }

    /** A text member. */
    public JsonText put(final String name, final CharSequence text) {
        name(name);
        return text(text);
    }

    /** A whole number member. */
    public JsonText put(final String name, final long number) {
        name(name);
        return number(number);
    }

    /** A boolean member. */
    public JsonText put(final String name, final boolean value) {
        name(name);
        return raw(value ? "true" : "false");
    }

    /** A decimal as text, with exactly {@code decimals} digits after the point. */
    public JsonText putDecimal(final String name, final long value, final int scale, final int decimals) {
        name(name);
        return decimal(value, scale, decimals);
    }

    /** A decimal element as text. */
    public JsonText decimal(final long value, final int scale, final int decimals) {
        comma();
        out.append('"');
        Decimals.append(out, value, scale, decimals);
        out.append('"');
        needsComma = true;
        return this;
    }

    /** A number element. */
    public JsonText number(final long number) {
        comma();
        out.append(number);
        needsComma = true;
        return this;
    }

    /** Ready JSON. */
    public JsonText raw(final CharSequence json) {
        comma();
        out.append(json);
        needsComma = true;
        return this;
    }

    /** A text element, escaped; null becomes null. */
    public JsonText text(final CharSequence text) {
        comma();
        needsComma = true;
        if (text == null) {
            out.append("null");
            return this;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
        return this;
    }

    private void comma() {
        if (needsComma) {
            out.append(',');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
