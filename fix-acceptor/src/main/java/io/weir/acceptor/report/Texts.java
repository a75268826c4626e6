package io.weir.acceptor.report;

/** Texts of others, fit to stand in a FIX message. Pure functions. */
final class Texts {
    private Texts() {}

    /** {@return the text, with a question mark for what is not printable ASCII; itself if all is} */
    static String printable(final String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintable(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(final String text) {
        final StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(c -> printable.append(isPrintable((char) c) ? (char) c : '?'));
        return printable.toString();
    }

    private static boolean isPrintable(final char c) {
        return c >= ' ' && c < 0x7F;
    }
}
