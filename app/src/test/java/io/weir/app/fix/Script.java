package io.weir.app.fix;

import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message has to say, field by field: {@code 39=2} this value (amounts by value, not by digits), {@code 37*} any value,
 * {@code 41-} no such field, {@code 58~low} a value with these words in it. Other fields may stand beside them.
 */
final class Script {
    private static final Pattern FIELD = Pattern.compile("(\\d+)([=~*-])(.*)");
    private static final Set<Integer> AMOUNTS = Set.of(6, 12, 14, 31, 32, 38, 44, 151);

    private Script() {}

    /** Fails, showing both, if the message does not say all of it. */
    static void check(final String script, final Message message) {
        for (final String field : script.split("\\|")) {
            final Matcher matcher = FIELD.matcher(field);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no field of a script: " + field);
            }
            final int tag = Integer.parseInt(matcher.group(1));
            if (!says(message.value(tag), matcher.group(2).charAt(0), matcher.group(3), tag)) {
                fail(field + " wanted\n  of " + script + "\n  but " + message);
            }
        }
    }

    private static boolean says(final String actual, final char how, final String wanted, final int tag) {
        return switch (how) {
            case '*' -> actual != null;
            case '-' -> actual == null;
            case '~' -> actual != null && actual.contains(wanted);
            default ->
                actual != null
                        && (AMOUNTS.contains(tag)
                                ? new BigDecimal(actual).compareTo(new BigDecimal(wanted)) == 0
                                : actual.equals(wanted));
        };
    }
}
