package io.weir.ops.http;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.SetKillSwitch;
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

    private final Fields fields;

    KillSwitchReader(final Map<String, String> given) {
        fields = new Fields(given);
    }

    /** {@return what is wrong, one sentence each; empty if nothing is} */
    List<String> faults() {
        return fields.faults();
    }

    /** {@return the command; worth nothing if there are faults} */
    SetKillSwitch read() {
        final KillScope scope = scope();
        final String name = name(scope);
        final boolean engaged = fields.neededFlag("engaged");
        final boolean cancelOpenOrders = fields.flag("cancelOpenOrders");
        if (cancelOpenOrders && "false".equals(fields.value("engaged"))) {
            fields.fault("cancelOpenOrders 'true' goes with engaged 'true' only");
        }
        final SetKillSwitch command = new SetKillSwitch(scope, name, engaged, cancelOpenOrders, text());
        fields.allowOnly(KNOWN);
        return command;
    }

    private KillScope scope() {
        final String value = fields.value("scope");
        for (final KillScope scope : KillScope.values()) {
            if (scope.name().equals(value.toUpperCase(Locale.ROOT))) {
                return scope;
            }
        }
        fields.fault("scope", value, "is none of " + SCOPES);
        return KillScope.ALL;
    }

    private String name(final KillScope scope) {
        final String name = fields.value("name");
        if (scope == KillScope.ALL) {
            if (!name.isEmpty() && fields.faults().isEmpty()) {
                fields.fault("name", name, "is given and scope ALL has none");
            }
        } else if (name.isEmpty()) {
            fields.fault("name", name, "is empty: which " + scope + "?");
        } else if (name.length() > Bounds.MAX_NAME_LENGTH) {
            fields.fault("name", name, "is longer than " + Bounds.MAX_NAME_LENGTH + " characters");
        } else if (!Fields.isPrintable(name, '!')) {
            fields.fault("name", name, "has a character that is no printable ASCII");
        }
        return name;
    }

    private String text() {
        final String text = fields.value("text");
        if (text.isEmpty()) {
            fields.fault(
                    "text",
                    text,
                    "is empty: who stops or allows, and why, 1 to " + Bounds.MAX_TEXT_LENGTH + " characters");
        } else if (text.length() > Bounds.MAX_TEXT_LENGTH) {
            fields.fault("text", text, "is longer than " + Bounds.MAX_TEXT_LENGTH + " characters");
        } else if (!Fields.isPrintable(text, ' ')) {
            fields.fault("text", text, "has a character that is no printable ASCII");
        }
        return text;
    }
}
