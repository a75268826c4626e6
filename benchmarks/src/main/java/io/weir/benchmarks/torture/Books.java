package io.weir.benchmarks.torture;

import java.util.List;

/**
 * The books that are compared with the clients'.
 *
 * @param venues one a venue.
 * @param store  the gateway's tables.
 */
public record Books(List<VenueBook> venues, StoreBook store) {
    /** Reads them; the gateway is stopped, the venues run. */
    public static Books read(final GatewayProcess gateway, final List<VenueProcess> venues) {
        return new Books(
                venues.stream().map(VenueBook::of).toList(),
                new StoreBook(gateway.data().resolve("store")));
    }

    /** {@return how many executions these books of the venues have} */
    long deals() {
        return venues.stream().mapToLong(venue -> venue.deals().size()).sum();
    }

    /** {@return how many executions the venues have on record now} */
    static int deals(final List<VenueProcess> venues) {
        return venues.stream()
                .mapToInt(venue -> venue.audit("executions").size())
                .sum();
    }
}
