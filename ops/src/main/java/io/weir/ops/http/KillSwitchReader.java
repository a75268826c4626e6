package io.weir.ops.http;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.SetKillSwitch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a kill switch as a person or a program typed it. What is wrong is noted with field, value and bound. Whether an
 * account, venue or instrument of that name exists, the core says. For one thread.
 */
final class KillSwitchReader {
    private static final List<String> KNOWN = List.of("scope", "name", "engaged", "cancelOpenOrders", "text");
    private static final String SCOPES =
            Arrays.stream(KillScope.values()).map(Enum::name).collect(Collectors.joining(", "));

    /** More of a wrong value is not repeated in a fault. */
    private static final int MAX_SHOWN = 80;

    private final Map<String, String> given;
    private final List<String> faults = new ArrayList<>();

    KillSwitchReader(final Map<String, String> given) {
        this.given = given;
    }

    /** {@return what is wrong, one sentence each; empty if nothing is} */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** {@return the command; worth nothing if there are faults} */
    SetKillSwitch read() {
        final KillScope scope = scope();
        final String name = name(scope);
        final boolean engaged = flag("engaged", value("engaged"));
        final boolean cancelOpenOrders =
                given.containsKey("cancelOpenOrders") && flag("cancelOpenOrders", value("cancelOpenOrders"));
        if (cancelOpenOrders && "false".equals(value("engaged"))) {
            faults.add("cancelOpenOrders 'true' goes with engaged 'true' only");
        }
        final SetKillSwitch command = new SetKillSwitch(scope, name, engaged, cancelOpenOrders, text());
        unknown();
        return command;
    }

    private KillScope scope() {
        final String value = value("scope");
        for (final KillScope scope : KillScope.values()) {
            if (scope.name().equals(value.toUpperCase(Locale.ROOT))) {
                return scope;
            }
        }
        fault("scope", value, "is none of " + SCOPES);
        return KillScope.ALL;
    }

    private String name(final KillScope scope) {
        final String name = value("name");
        if (scope == KillScope.ALL) {
            if (!name.isEmpty() && faults.isEmpty()) {
                fault("name", name, "is given and scope ALL has none");
            }
        } else if (name.isEmpty()) {
            fault("name", name, "is empty: which " + scope + "?");
        } else if (name.length() > Bounds.MAX_NAME_LENGTH) {
            fault("name", name, "is longer than " + Bounds.MAX_NAME_LENGTH + " characters");
        } else if (!isPrintable(name, '!')) {
            fault("name", name, "has a character that is no printable ASCII");
        }
        return name;
    }

    private boolean flag(final String field, final String value) {
        if (!"true".equals(value) && !"false".equals(value)) {
            fault(field, value, "is neither true nor false");
        }
        return "true".equals(value);
    }

    private String text() {
        final String text = value("text");
        if (text.isEmpty()) {
            fault(
                    "text",
                    text,
                    "is empty: who stops or allows, and why, 1 to " + Bounds.MAX_TEXT_LENGTH + " characters");
        } else if (text.length() > Bounds.MAX_TEXT_LENGTH) {
            fault("text", text, "is longer than " + Bounds.MAX_TEXT_LENGTH + " characters");
        } else if (!isPrintable(text, ' ')) {
            fault("text", text, "has a character that is no printable ASCII");
        }
        return text;
    }

    /** A field that nobody reads would be passed over in silence otherwise. */
    private void unknown() {
        for (final String field : given.keySet()) {
            if (!KNOWN.contains(field)) {
                faults.add(shown(field) + " is no field; known are " + String.join(", ", KNOWN));
                return;
            }
        }
    }

    private String value(final String field) {
        return given.getOrDefault(field, "").strip();
    }

    private void fault(final String field, final String value, final String text) {
        faults.add(field + " '" + shown(value) + "' " + text);
    }

    private static boolean isPrintable(final String value, final char least) {
        return value.chars().allMatch(c -> c >= least && c < 0x7F);
    }

    private static String shown(final String value) {
        final String cut = value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
