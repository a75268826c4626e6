package io.weir.benchmarks.endtoend;

import java.util.List;
import java.util.Map;

/**
 * What one round of one contender has shown.
 *
 * @param contender     its name.
 * @param orders        sent.
 * @param seconds       from the first write to the last report that was waited for.
 * @param ordersPerS    orders over those seconds.
 * @param cpuUsPerOrder processor time of all the contender's processes in the round, in µs an order.
 * @param lost          orders without New, or without the fill that was waited for.
 * @param doubled       reports that came twice.
 * @param strangers     reports of orders of other rounds.
 * @param refused       orders rejected, canceled or expired.
 * @param refusals      the first of them, whole.
 * @param trades        by LastMkt(30).
 * @param plannedToNew  from the planned send time to New.
 * @param sentToNew     from the write to New.
 * @param toFilled      from the planned send time to the whole fill; zeros if nothing is filled.
 * @param lateness      of the client itself: from the planned send time to the write.
 */
record Round(
        String contender,
        int orders,
        double seconds,
        double ordersPerS,
        double cpuUsPerOrder,
        int lost,
        int doubled,
        int strangers,
        int refused,
        List<String> refusals,
        Map<String, Long> trades,
        Latency plannedToNew,
        Latency sentToNew,
        Latency toFilled,
        Latency lateness) {

    /** {@return whether every order had exactly what it was to have} */
    boolean isClean() {
        return lost == 0 && doubled == 0 && strangers == 0 && refused == 0;
    }

    /** {@return what went wrong, empty if nothing did} */
    String uncleanness() {
        if (isClean()) {
            return "";
        }
        final String first = refusals.isEmpty() ? "" : ", the first " + refusals.get(0);
        return "NOT clean: lost " + lost + ", doubled " + doubled + ", strangers " + strangers + ", refused " + refused
                + first;
    }
}
