package io.weir.benchmarks.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What the gateway is doing when it is killed. */
enum KillKind {
    /** Anything: a random moment in full flow. */
    FLOW("in flow"),
    /** Its start: 0 to 2 s after the process was started. */
    START("at start"),
    /** Reading its log back. */
    REPLAY("in replay"),
    /** Writing a snapshot. */
    SNAPSHOT("in snapshot"),
    /** Deleting what a snapshot has made superfluous. */
    PURGE("in purge"),
    /** Saying messages again to a client that has asked for them in full flow. */
    RESEND("in resend");

    /** The first six of any run are one of each kind. */
    private static final List<KillKind> ROTATION = List.of(
            FLOW, SNAPSHOT, RESEND, START, REPLAY, PURGE, START, FLOW, RESEND, START, FLOW, START, REPLAY, FLOW);

    private final String words;

    KillKind(final String words) {
        this.words = words;
    }

    /** {@return whether it comes right behind a start, before the gateway takes orders} */
    boolean isOfAStart() {
        return this == START || this == REPLAY;
    }

    /**
     * Plans a run.
     *
     * @param kills  how many, from 1.
     * @param random draws the order.
     * @return kinds, in the order in which they are to happen.
     */
    static List<KillKind> plan(final int kills, final Random random) {
        final List<KillKind> plan = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            plan.add(ROTATION.get(kill % ROTATION.size()));
        }
        Collections.shuffle(plan, random);
        return plan;
    }

    @Override
    public String toString() {
        return words;
    }
}
