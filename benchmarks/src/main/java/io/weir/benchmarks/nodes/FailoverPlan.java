package io.weir.benchmarks.nodes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a drill does.
 *
 * @param directory      for all data; empty.
 * @param seed           of all choices.
 * @param leaderKills    kills of the node that leads.
 * @param otherKills     kills of a follower, of an acceptor and of the venues' edges, so many of each.
 * @param messagesASecond of each of the two clients.
 */
record FailoverPlan(Path directory, long seed, int leaderKills, int otherKills, int messagesASecond) {
    /** {@return the kills in an order that the seed decides} */
    List<Kill> kills() {
        final List<Kill> kills = new ArrayList<>(Collections.nCopies(leaderKills, Kill.LEADER));
        kills.addAll(Collections.nCopies(otherKills, Kill.FOLLOWER));
        kills.addAll(Collections.nCopies(otherKills, Kill.ACCEPTOR));
        kills.addAll(Collections.nCopies(otherKills, Kill.VENUES));
        Collections.shuffle(kills, new Random(seed));
        return kills;
    }
}
