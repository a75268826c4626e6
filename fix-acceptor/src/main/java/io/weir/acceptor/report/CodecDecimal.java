package io.weir.acceptor.report;

/**
 * A number cut to what Artio's codecs write: 18 digits; they throw on more. What a client wrote never has more once the
 * zeros at its end are gone, so nothing is lost but of numbers that no market has. Used again; for one thread.
 */
final class CodecDecimal {
    private static final long LARGEST = 999_999_999_999_999_999L;

    private long mantissa;
    private int scale;

    /** {@return itself, with the number} */
    CodecDecimal of(final long value, final int digitsBehindPoint) {
        mantissa = value;
        scale = digitsBehindPoint;
        while (mantissa > LARGEST || mantissa < -LARGEST) {
            mantissa /= 10;
            scale--;
        }
        if (scale < 0) {
            mantissa = mantissa < 0 ? -LARGEST : LARGEST;
            scale = 0;
        }
        return this;
    }

    long mantissa() {
        return mantissa;
    }

    int scale() {
        return scale;
    }
}
