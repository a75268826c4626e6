package io.weir.ops.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The fields of a request as a person or a program typed them, and what is wrong with them: field, value and bound, a sentence
 * each. For one thread.
 */
final class Fields {
    /** More of a wrong value is not repeated in a fault. */
    private static final int MAX_SHOWN = 80;

    private final Map<String, String> given;
    private final List<String> faults = new ArrayList<>();

    Fields(final Map<String, String> given) {
        this.given = given;
    }

    /** {@return what is wrong, in the order in which it was found; empty if nothing is} */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** {@return the field without the spaces around it, "" if there is none} */
    String value(final String field) {
        return given.getOrDefault(field, "").strip();
    }

    /** {@return whether the field says true; one that is not given does not} */
    boolean flag(final String field) {
        return given.containsKey(field) && neededFlag(field);
    }

    /** {@return whether the field says true; that it is not given is a fault} */
    boolean neededFlag(final String field) {
        final String value = value(field);
        if (!"true".equals(value) && !"false".equals(value)) {
            fault(field, value, "is neither true nor false");
        }
        return "true".equals(value);
    }

    /** Notes that a field is wrong. */
    void fault(final String field, final String value, final String text) {
        fault(field + " '" + shown(value) + "' " + text);
    }

    /** Notes what is wrong in words. */
    void fault(final String sentence) {
        faults.add(sentence);
    }

    /** Notes the first field that nobody reads: it would be passed over in silence otherwise. */
    void allowOnly(final List<String> known) {
        given.keySet().stream()
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> fault(shown(field) + " is no field; known are " + String.join(", ", known)));
    }

    /** {@return whether all characters are printable ASCII from {@code least} on} */
    static boolean isPrintable(final String value, final char least) {
        return value.chars().allMatch(c -> c >= least && c < 0x7F);
    }

    private static String shown(final String value) {
        final String cut = value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
