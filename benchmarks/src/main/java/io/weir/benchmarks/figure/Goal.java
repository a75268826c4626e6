package io.weir.benchmarks.figure;

/**
 * What a figure is to reach.
 *
 * @param kind  which side of the bound is good.
 * @param bound in the figure's unit; 0 where there is no goal.
 */
public record Goal(Kind kind, double bound) {
    /** No goal: the figure is told and not judged. */
    public static final Goal NONE = new Goal(Kind.NONE, 0);

    /** Which side of the bound is good. */
    public enum Kind {
        /** There is no bound. */
        NONE,
        /** The bound or less. */
        AT_MOST,
        /** The bound or more. */
        AT_LEAST
    }

    /** {@return whether a value reaches the goal} */
    public boolean isMet(final double value) {
        return switch (kind) {
            case NONE -> true;
            case AT_MOST -> value <= bound;
            case AT_LEAST -> value >= bound;
        };
    }

    /** {@return the goal as a table shows it, "" for none} */
    public String text() {
        return switch (kind) {
            case NONE -> "";
            case AT_MOST -> "<= " + Figure.text(bound);
            case AT_LEAST -> ">= " + Figure.text(bound);
        };
    }
}
