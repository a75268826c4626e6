package io.weir.ops.http;

import io.weir.ops.RecoveryRequest;
import io.weir.protocol.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads a recovery as a person or a program typed it. What is wrong is noted with field, value and bound. For one thread. */
final class RecoverReader {
    private static final List<String> KNOWN = List.of("raiseNumbers", "cancelUnknown", "without", "text");

    private final Fields fields;

    RecoverReader(final Map<String, String> given) {
        fields = new Fields(given);
    }

    /** {@return what is wrong, one sentence each; empty if nothing is} */
    List<String> faults() {
        return fields.faults();
    }

    /** {@return the request; worth nothing if there are faults} */
    RecoveryRequest read() {
        final RecoveryRequest request =
                new RecoveryRequest(raiseNumbers(), fields.flag("cancelUnknown"), without(), text());
        fields.allowOnly(KNOWN);
        return request;
    }

    private long raiseNumbers() {
        final String value = fields.value("raiseNumbers");
        if (!value.matches("[0-9]{1,10}") || Long.parseLong(value) < 1 || Long.parseLong(value) > Bounds.MAX_RAISE) {
            fields.fault("raiseNumbers", value, "is not from 1 to " + Bounds.MAX_RAISE);
            return 0;
        }
        return Long.parseLong(value);
    }

    private List<String> without() {
        return Arrays.stream(fields.value("without").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private String text() {
        final String text = fields.value("text");
        if (text.isEmpty() || text.length() > Bounds.MAX_TEXT_LENGTH) {
            fields.fault("text", text, "has not 1 to " + Bounds.MAX_TEXT_LENGTH + " characters: who recovers, and why");
        } else if (!Fields.isPrintable(text, ' ')) {
            fields.fault("text", text, "has a character that is no printable ASCII");
        }
        return text;
    }
}
