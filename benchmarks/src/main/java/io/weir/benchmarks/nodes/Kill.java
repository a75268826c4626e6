package io.weir.benchmarks.nodes;

/** What the drill kills. */
enum Kill {
    /** The node that leads: another has to, and every edge has to go on with it and with another journal. */
    LEADER("leader"),
    /** A node that follows: nobody should notice but the readers of its journal. */
    FOLLOWER("follower"),
    /** The acceptor that the first client is connected to: the session goes on at the other. */
    ACCEPTOR("acceptor"),
    /** The venues' edges: what was on its way there is settled by asking the venues. */
    VENUES("venues");

    private final String word;

    Kill(final String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
