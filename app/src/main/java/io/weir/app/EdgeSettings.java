package io.weir.app;

import io.weir.config.Settings;

/**
 * The section {@code edges} of the settings file: by which ids the log knows the edges, and where the nodes reach a process
 * that has none. An id names one running process: the log gives an edge that starts a second time to the newer one, and the
 * older one ends.
 *
 * @param host       name or address of this machine that the nodes can send to.
 * @param ops        of the edge that speaks for the operator, 1 to 4095.
 * @param acceptor   of the acceptor; each of several has its own.
 * @param firstVenue of the first venue of the file; the others follow it.
 */
record EdgeSettings(String host, int ops, int acceptor, int firstVenue) {
    private static final int MAX_ID = 4_095;
    private static final int OPS = 1;
    private static final int ACCEPTOR = 2;
    private static final int FIRST_VENUE = 16;

    /**
     * Reads the section; faults are noted in it.
     *
     * @param edges  the section.
     * @param venues how many venues the file has.
     * @return the settings.
     */
    static EdgeSettings read(final Settings edges, final int venues) {
        final EdgeSettings read = new EdgeSettings(
                edges.text("host", "localhost"),
                edges.integer("ops-id", 1, MAX_ID, OPS),
                edges.integer("acceptor-id", 1, MAX_ID, ACCEPTOR),
                edges.integer("first-venue-id", 1, MAX_ID - venues, FIRST_VENUE));
        if (read.acceptor == read.ops) {
            edges.fault("acceptor-id", read.acceptor + " is ops-id too; each edge has an id of its own");
        }
        if (read.isVenue(read.ops, venues)) {
            edges.fault("ops-id", read.ops + read.amongVenues(venues));
        }
        if (read.isVenue(read.acceptor, venues)) {
            edges.fault("acceptor-id", read.acceptor + read.amongVenues(venues));
        }
        return read;
    }

    private boolean isVenue(final int id, final int venues) {
        return id >= firstVenue && id < firstVenue + venues;
    }

    private String amongVenues(final int venues) {
        return " is among the venues' ids, " + firstVenue + " to " + (firstVenue + venues - 1);
    }
}
