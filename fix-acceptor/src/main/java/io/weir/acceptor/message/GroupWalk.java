package io.weir.acceptor.message;

import io.weir.acceptor.dictionary.GroupRule;
import io.weir.protocol.fix.SessionRejectReason;

/** The repeating groups that a {@link MessageWalk} stands in: order of fields, number of entries. */
final class GroupWalk {
    /** FIX 4.4 nests three deep in what a client may say. */
    private static final int MOST_NESTED = 8;

    private final MessageWalk walk;
    private final GroupRule[] rules = new GroupRule[MOST_NESTED];
    private final long[] counts = new long[MOST_NESTED];
    private final long[] entries = new long[MOST_NESTED];
    private final int[] lastPlaces = new int[MOST_NESTED];
    private int depth;
    private long lastCount;

    GroupWalk(final MessageWalk walk) {
        this.walk = walk;
    }

    void begin() {
        depth = 0;
    }

    void end() {
        while (depth > 0) {
            close();
        }
    }

    boolean isOpen() {
        return depth > 0;
    }

    /** Remembers the value of the field at hand, which may be the count of a group or the length of data. */
    void count(final long value) {
        lastCount = value;
    }

    long lastCount() {
        return lastCount;
    }

    /** Opens a group with as many entries as the field at hand says. */
    void open(final GroupRule rule) {
        if (rule == null || lastCount == 0 || walk.isFaulty()) {
            return;
        }
        rules[depth] = rule;
        counts[depth] = lastCount;
        entries[depth] = 0;
        lastPlaces[depth] = -1;
        depth++;
    }

    /** Closes groups until one has the field; {@return false if none has} */
    boolean takes(final int tag) {
        while (depth > 0) {
            final int place = rules[depth - 1].placeOf(tag);
            if (place != GroupRule.NOT_HERE) {
                enter(tag, place);
                return true;
            }
            close();
        }
        return false;
    }

    private void enter(final int tag, final int place) {
        final int top = depth - 1;
        if (place == 0) {
            entries[top]++;
        } else if (place == lastPlaces[top]) {
            walk.fault(
                    SessionRejectReason.TAG_APPEARS_MORE_THAN_ONCE,
                    tag,
                    walk.label(tag) + " appears more than once in an entry of its group");
            return;
        } else if (entries[top] == 0 || place < lastPlaces[top]) {
            walk.fault(
                    SessionRejectReason.REPEATING_GROUP_FIELDS_OUT_OF_ORDER,
                    tag,
                    walk.label(tag) + " stands out of order in the group of " + walk.label(rules[top].countTag()));
            return;
        }
        if (entries[top] > counts[top]) {
            wrongCount(top);
            return;
        }
        lastPlaces[top] = place;
        open(rules[top].group(tag));
    }

    private void close() {
        depth--;
        if (entries[depth] != counts[depth]) {
            wrongCount(depth);
        }
    }

    private void wrongCount(final int level) {
        final int tag = rules[level].countTag();
        final String more = entries[level] > counts[level] ? "more" : "only " + entries[level];
        walk.fault(
                SessionRejectReason.INCORRECT_NUMINGROUP_COUNT,
                tag,
                walk.label(tag) + " says " + counts[level] + " entries, " + more + " follow");
    }
}
