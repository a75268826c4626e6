package io.weir.fix.fix44;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.fix.Side;
import quickfix.FieldMap;
import quickfix.FieldNotFound;

/** Single fields of a venue's message. What must be there and is not, or is ill-formed, throws and names the field. */
final class FieldReader {
    private FieldReader() {}

    /** {@return the text of a field that has to be there} */
    static String text(final FieldMap fields, final int tag) {
        try {
            return fields.getString(tag);
        } catch (final FieldNotFound e) {
            throw new IllegalArgumentException("field " + tag + " is missing", e);
        }
    }

    /** {@return the text of a field, "" if it is not there} */
    static String optional(final FieldMap fields, final int tag) {
        return fields.getOptionalString(tag).orElse("");
    }

    /** {@return the one character of a field, 0 if it is not there} */
    static char code(final FieldMap fields, final int tag) {
        final String text = optional(fields, tag);
        return text.length() == 1 ? text.charAt(0) : 0;
    }

    /** {@return the whole number of a field, the default if it is not there} */
    static int number(final FieldMap fields, final int tag, final int absent) {
        final String text = optional(fields, tag);
        try {
            return text.isEmpty() ? absent : Integer.parseInt(text);
        } catch (final NumberFormatException e) {
            throw new IllegalArgumentException("field " + tag + " '" + text + "' is no whole number", e);
        }
    }

    /** {@return the number of a field, ABSENT if it is not there} */
    static Decimal decimal(final FieldMap fields, final int tag) {
        final String text = optional(fields, tag);
        try {
            return text.isEmpty() ? Decimal.ABSENT : Decimals.parse(text);
        } catch (final NumberFormatException e) {
            throw new IllegalArgumentException("field " + tag + " '" + text + "' is no decimal number", e);
        }
    }

    /** {@return the number of a field that has to be there} */
    static Decimal neededDecimal(final FieldMap fields, final int tag) {
        final Decimal number = decimal(fields, tag);
        if (!number.isPresent()) {
            throw new IllegalArgumentException("field " + tag + " is missing");
        }
        return number;
    }

    /** {@return Side(54)} */
    static Side side(final FieldMap fields) {
        final Side side = Side.of(code(fields, Tags.SIDE));
        if (side == null) {
            throw new IllegalArgumentException("Side(54) '" + optional(fields, Tags.SIDE) + "' is neither 1 nor 2");
        }
        return side;
    }
}
