package io.weir.acceptor.message;

import io.weir.acceptor.dictionary.FieldType;

/** Whether the bytes of a value are written as its type wants. Pure functions. Source: FIX 4.4 volume 1, data types. */
final class FieldFormats {
    /** Digits that surely fit a long. */
    static final int MOST_DIGITS = 18;

    private FieldFormats() {}

    /** {@return whether the value, which is not empty, has the form of the type} */
    static boolean isWellFormed(final FieldType type, final byte[] bytes, final int offset, final int length) {
        switch (type) {
            case INT:
                return isInt(bytes, offset, length);
            case COUNT:
                return areDigits(bytes, offset, length);
            case DECIMAL:
                return isDecimal(bytes, offset, length);
            case CHAR:
                return length == 1 && isPrintable(bytes[offset]);
            case BOOLEAN:
                return length == 1 && (bytes[offset] == 'Y' || bytes[offset] == 'N');
            case STRING:
                return isText(bytes, offset, length);
            case MULTIPLE_VALUE:
                return isMultipleValue(bytes, offset, length);
            case UTC_TIMESTAMP:
                return UtcTime.parse(bytes, offset, length) != UtcTime.INVALID;
            case UTC_TIME:
                return UtcTime.timeOfDay(bytes, offset, length) != UtcTime.INVALID;
            case DATE:
                return length == 8 && UtcTime.epochDay(bytes, offset) != UtcTime.INVALID;
            case MONTH_YEAR:
                return isMonthYear(bytes, offset, length);
            default:
                return true;
        }
    }

    /** {@return what is wanted instead, to stand behind "is not"} */
    static String wanted(final FieldType type) {
        switch (type) {
            case INT:
                return "a whole number";
            case COUNT:
                return "a whole number without a sign";
            case DECIMAL:
                return "a decimal number";
            case CHAR:
                return "one character";
            case BOOLEAN:
                return "Y or N";
            case UTC_TIMESTAMP:
                return "a UTC time, YYYYMMDD-HH:MM:SS";
            case UTC_TIME:
                return "a UTC time, HH:MM:SS";
            case DATE:
                return "a date, YYYYMMDD";
            case MONTH_YEAR:
                return "a month, YYYYMM";
            case MULTIPLE_VALUE:
                return "a list of single characters with blanks between";
            default:
                return "printable ASCII";
        }
    }

    /**
     * Reads digits with an optional minus sign.
     *
     * @return the number; more than {@link #MOST_DIGITS} digits are answered as the largest long.
     */
    static long number(final byte[] bytes, final int offset, final int length) {
        final boolean negative = bytes[offset] == '-';
        final int from = negative ? offset + 1 : offset;
        int first = from;
        while (first < offset + length - 1 && bytes[first] == '0') {
            first++;
        }
        if (offset + length - first > MOST_DIGITS) {
            return Long.MAX_VALUE;
        }
        long value = 0;
        for (int i = first; i < offset + length; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return negative ? -value : value;
    }

    private static boolean isInt(final byte[] bytes, final int offset, final int length) {
        return bytes[offset] == '-' ? areDigits(bytes, offset + 1, length - 1) : areDigits(bytes, offset, length);
    }

    private static boolean areDigits(final byte[] bytes, final int offset, final int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return length > 0;
    }

    private static boolean isDecimal(final byte[] bytes, final int offset, final int length) {
        int digits = 0;
        int points = 0;
        for (int i = bytes[offset] == '-' ? offset + 1 : offset; i < offset + length; i++) {
            if (bytes[i] == '.') {
                points++;
            } else if (bytes[i] >= '0' && bytes[i] <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    private static boolean isText(final byte[] bytes, final int offset, final int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!isPrintable(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMultipleValue(final byte[] bytes, final int offset, final int length) {
        for (int i = 0; i < length; i++) {
            final byte value = bytes[offset + i];
            if (i % 2 == 0 ? !isPrintable(value) || value == ' ' : value != ' ') {
                return false;
            }
        }
        return length % 2 == 1;
    }

    private static boolean isMonthYear(final byte[] bytes, final int offset, final int length) {
        final int month = length < 6 || !areDigits(bytes, offset, 6) ? 0 : (int) number(bytes, offset + 4, 2);
        if (month < 1 || month > 12) {
            return false;
        }
        if (length == 6) {
            return true;
        }
        final boolean week =
                bytes[offset + 6] == 'w' && length == 8 && bytes[offset + 7] >= '1' && bytes[offset + 7] <= '5';
        return week || length == 8 && UtcTime.epochDay(bytes, offset) != UtcTime.INVALID;
    }

    private static boolean isPrintable(final byte value) {
        return value >= ' ' && value < 0x7F;
    }
}
