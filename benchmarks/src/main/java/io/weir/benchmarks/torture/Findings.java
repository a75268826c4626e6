package io.weir.benchmarks.torture;

import java.util.ArrayList;
import java.util.List;

/** What a comparison of the books has found, by kind. Each finding names the order concerned where there is one. */
public final class Findings {
    /** An order, a report or an execution that somebody should have and has not. */
    private final List<Finding> lost = new ArrayList<>();

    /** Something that stands twice. */
    private final List<Finding> doubled = new ArrayList<>();

    /** Two books that differ in what they say of one thing, and whatever else is not as it should be. */
    private final List<Finding> mismatched = new ArrayList<>();

    /**
     * One thing that is wrong.
     *
     * @param text    in words.
     * @param orderId OrderID(37) of the order concerned, 0 if none is known.
     * @param clOrdId ClOrdID(11) of the order concerned, "" if none is known.
     */
    public record Finding(String text, long orderId, String clOrdId) {}

    void lost(final String text, final long orderId, final String clOrdId) {
        lost.add(new Finding(text, orderId, clOrdId));
    }

    void doubled(final String text, final long orderId, final String clOrdId) {
        doubled.add(new Finding(text, orderId, clOrdId));
    }

    /** Notes that two books differ. */
    public void mismatched(final String text, final long orderId, final String clOrdId) {
        mismatched.add(new Finding(text, orderId, clOrdId));
    }

    /** {@return how much is lost} */
    public int lost() {
        return lost.size();
    }

    /** {@return how much stands twice} */
    public int doubled() {
        return doubled.size();
    }

    /** {@return how much differs} */
    public int mismatched() {
        return mismatched.size();
    }

    /** {@return whether nothing is wrong} */
    public boolean isEmpty() {
        return lost.isEmpty() && doubled.isEmpty() && mismatched.isEmpty();
    }

    /** {@return all of them, the lost ones first} */
    public List<Finding> all() {
        final List<Finding> all = new ArrayList<>(lost);
        all.addAll(doubled);
        all.addAll(mismatched);
        return all;
    }
}
