package io.weir.benchmarks.figure;

import java.util.Locale;

/**
 * One measured value, and the goal it is held against if there is one.
 *
 * @param name  what was measured, unique within a report.
 * @param value in {@code unit}.
 * @param unit  what the value counts.
 * @param goal  what it is to reach.
 */
public record Figure(String name, double value, String unit, Goal goal) {
    /** A value that is told and not judged. */
    public static Figure of(final String name, final double value, final String unit) {
        return new Figure(name, value, unit, Goal.NONE);
    }

    /** A value that is to be no more than a bound. */
    public static Figure atMost(final String name, final double value, final String unit, final double bound) {
        return new Figure(name, value, unit, new Goal(Goal.Kind.AT_MOST, bound));
    }

    /** A value that is to be no less than a bound. */
    public static Figure atLeast(final String name, final double value, final String unit, final double bound) {
        return new Figure(name, value, unit, new Goal(Goal.Kind.AT_LEAST, bound));
    }

    /** {@return whether it is held against a bound} */
    public boolean hasGoal() {
        return goal.kind() != Goal.Kind.NONE;
    }

    /** {@return whether the goal is reached; true where there is none} */
    public boolean isMet() {
        return goal.isMet(value);
    }

    /** {@return the value as a table shows it: whole from 100 on, else with two digits behind the point} */
    public String valueText() {
        return text(value);
    }

    static String text(final double number) {
        return String.format(
                Locale.ROOT, Math.abs(number) >= 100 || number == Math.rint(number) ? "%,.0f" : "%,.2f", number);
    }
}
