package io.weir.fix.session;

import java.util.regex.Pattern;

/** Takes credentials out of FIX text: RawData(96), Username(553), Password(554), NewPassword(925). Pure functions. */
final class FixSecrets {
    private static final Pattern FIELDS = Pattern.compile("(^|[\\x01|])(96|553|554|925)=[^\\x01|]*");

    private FixSecrets() {}

    /** {@return the text with the values of such fields as ***; other text is not changed} */
    static String mask(final String text) {
        return FIELDS.matcher(text).replaceAll("$1$2=***");
    }
}
