package io.weir.rest.http;

import java.nio.charset.StandardCharsets;

/** A query string or form body in the making: {@code name=value} joined with {@code &}, percent-encoded as RFC 3986 says. */
public final class Params {
    private static final String UNRESERVED = "-_.~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final StringBuilder text = new StringBuilder(256);

    /**
     * Adds one at the end.
     *
     * @param name  plain.
     * @param value plain; every byte of its UTF-8 that RFC 3986 does not leave unreserved is encoded.
     * @return this.
     */
    public Params add(final String name, final String value) {
        if (text.length() > 0) {
            text.append('&');
        }
        encode(name);
        text.append('=');
        encode(value);
        return this;
    }

    /** As {@link #add(String, String)}, for a whole number. */
    public Params add(final String name, final long value) {
        return add(name, Long.toString(value));
    }

    private void encode(final String plain) {
        for (int i = 0; i < plain.length(); i++) {
            final char c = plain.charAt(i);
            if (c >= 0x80) {
                encodeBytes(plain.substring(i).getBytes(StandardCharsets.UTF_8));
                return;
            }
            append((byte) c);
        }
    }

    private void encodeBytes(final byte[] bytes) {
        for (final byte b : bytes) {
            append(b);
        }
    }

    private void append(final byte b) {
        if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || UNRESERVED.indexOf(b) >= 0) {
            text.append((char) b);
        } else {
            text.append('%').append(HEX[b >> 4 & 0xF]).append(HEX[b & 0xF]);
        }
    }

    /** {@return the text as it is sent} */
    @Override
    public String toString() {
        return text.toString();
    }
}
