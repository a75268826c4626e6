package io.weir.ops.http;

import io.weir.ops.RecoveryRequest;
import io.weir.protocol.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads a recovery as a person or a program typed it. What is wrong is noted with field, value and bound. For one thread. */
final class RecoverReader {
    private static final List<String> KNOWN = List.of("raiseNumbers", "cancelUnknown", "without", "text");

    /** More of a wrong value is not repeated in a fault. */
    private static final int MAX_SHOWN = 80;

    private final Map<String, String> given;
    private final List<String> faults = new ArrayList<>();

    RecoverReader(final Map<String, String> given) {
        this.given = given;
    }

    /** {@return what is wrong, one sentence each; empty if nothing is} */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** {@return the request; worth nothing if there are faults} */
    RecoveryRequest read() {
        final RecoveryRequest request = new RecoveryRequest(raiseNumbers(), cancelUnknown(), without(), text());
        for (final String field : given.keySet()) {
            if (!KNOWN.contains(field)) {
                faults.add(shown(field) + " is no field; known are " + String.join(", ", KNOWN));
            }
        }
        return request;
    }

    private long raiseNumbers() {
        final String value = value("raiseNumbers");
        if (!value.matches("[0-9]{1,10}") || Long.parseLong(value) < 1 || Long.parseLong(value) > Bounds.MAX_RAISE) {
            fault("raiseNumbers", value, "is not from 1 to " + Bounds.MAX_RAISE);
            return 0;
        }
        return Long.parseLong(value);
    }

    private boolean cancelUnknown() {
        final String value = given.containsKey("cancelUnknown") ? value("cancelUnknown") : "false";
        if (!"true".equals(value) && !"false".equals(value)) {
            fault("cancelUnknown", value, "is neither true nor false");
        }
        return "true".equals(value);
    }

    private List<String> without() {
        return Arrays.stream(value("without").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private String text() {
        final String text = value("text");
        if (text.isEmpty() || text.length() > Bounds.MAX_TEXT_LENGTH) {
            fault("text", text, "has not 1 to " + Bounds.MAX_TEXT_LENGTH + " characters: who recovers, and why");
        } else if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            fault("text", text, "has a character that is no printable ASCII");
        }
        return text;
    }

    private String value(final String field) {
        return given.getOrDefault(field, "").strip();
    }

    private void fault(final String field, final String value, final String text) {
        faults.add(field + " '" + shown(value) + "' " + text);
    }

    private static String shown(final String value) {
        final String cut = value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
