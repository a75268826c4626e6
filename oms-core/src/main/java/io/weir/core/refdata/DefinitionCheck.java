package io.weir.core.refdata;

import io.weir.protocol.Bounds;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;

/**
 * Reads the fields of one definition and keeps the first fault, so that a definition is taken whole or refused whole. Each
 * method answers the value, or something harmless once there is a fault.
 */
public final class DefinitionCheck {
    private String fault = "";

    /** {@return whether nothing was wrong} */
    public boolean isSound() {
        return fault.isEmpty();
    }

    /** {@return the first fault, naming field, value and bound; "" if there is none} */
    public String fault() {
        return fault;
    }

    /** Notes a fault found elsewhere, if it is the first. */
    public void fault(final String text) {
        if (isSound()) {
            fault = text;
        }
    }

    /** {@return a name: 1 to 32 printable ASCII characters without blanks} */
    public String name(final String field, final String value) {
        boolean printable = !value.isEmpty() && value.length() <= Bounds.MAX_NAME_LENGTH;
        for (int i = 0; i < value.length() && printable; i++) {
            printable = value.charAt(i) > ' ' && value.charAt(i) < 127;
        }
        if (!printable) {
            fault(field + " '" + value + "' is not 1 to " + Bounds.MAX_NAME_LENGTH
                    + " printable ASCII characters without blanks");
        }
        return value;
    }

    /** {@return a whole number within bounds} */
    public int within(final String field, final int value, final int min, final int max) {
        if (value < min || value > max) {
            fault(field + ' ' + value + " is not within " + min + " to " + max);
            return min;
        }
        return value;
    }

    /**
     * A decimal at a scale.
     *
     * @return its mantissa at {@code scale}, within {@code min} and {@code max}.
     */
    public long scaled(final String field, final Decimal value, final int scale, final long min, final long max) {
        if (!value.isPresent()) {
            fault(field + " is missing");
            return min;
        }
        final long atScale = Decimals.rescale(value, scale);
        if (atScale == Decimals.INEXACT) {
            fault(field + ' ' + value + " has more than " + scale + " digits behind the point");
        } else if (atScale == Decimals.TOO_LARGE || atScale < min || atScale > max) {
            fault(field + ' ' + value + " is not within " + Decimals.toText(min, scale) + " to "
                    + Decimals.toText(max, scale));
        } else {
            return atScale;
        }
        return min;
    }
}
