package io.weir.benchmarks.simulation;

/** A law is broken. */
public final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String law;
    private final String subject;

    /**
     * Breaks a history off.
     *
     * @param law     in one sentence.
     * @param subject what the history to print is about: a ClOrdID, an order, a session; "" for all.
     * @param text    what was seen.
     */
    public Violation(final String law, final String subject, final String text) {
        this(law, subject, text, null);
    }

    /**
     * Breaks a history off because something threw.
     *
     * @param law     in one sentence.
     * @param subject as above.
     * @param text    what was seen.
     * @param cause   what was thrown.
     */
    public Violation(final String law, final String subject, final String text, final Throwable cause) {
        super(law + ": " + text, cause);
        this.law = law;
        this.subject = subject;
    }

    /** {@return the law} */
    public String law() {
        return law;
    }

    /** {@return what the history to print is about} */
    public String subject() {
        return subject;
    }
}
