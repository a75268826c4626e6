package io.weir.acceptor.report;

/** A whole number above zero as ASCII digits, at the end of a buffer that is used again. For one thread. */
final class NumberText {
    private final byte[] bytes = new byte[20];
    private int offset;

    /** {@return itself, with the digits of the number} */
    NumberText of(final long number) {
        long rest = number;
        offset = bytes.length;
        do {
            bytes[--offset] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int offset() {
        return offset;
    }

    int length() {
        return bytes.length - offset;
    }
}
