package io.weir.benchmarks.contender;

import java.util.List;

/**
 * How the gateway is run when it is measured.
 *
 * @param layout     {@code compact} or {@code dedicated}.
 * @param durability {@code process} or {@code disk}.
 * @param behind     {@code nice} or {@code idle}.
 * @param venues     which of the simulated venues it trades at, by name.
 * @param jvmOptions for the gateway's process alone.
 */
public record GatewayOptions(
        String layout, String durability, String behind, List<String> venues, List<String> jvmOptions) {
    /** The venue that speaks FIX. */
    public static final String FIX_VENUE = SimulatedVenues.FIX_VENUE;

    /** The venue that speaks REST and WebSocket. */
    public static final String REST_VENUE = SimulatedVenues.REST_VENUE;

    /** Keeps copies. */
    public GatewayOptions {
        venues = List.copyOf(venues);
        jvmOptions = List.copyOf(jvmOptions);
    }
}
