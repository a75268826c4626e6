package io.weir.benchmarks.contender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.benchmarks.gateway.DemoSettings;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;

/** The settings of a gateway that is measured: the demo's, with other ports, durability, threads and venues. */
public final class GatewayProfile {
    private static final int MAX_OPEN_ORDERS = 1_500_000;

    private GatewayProfile() {}

    /**
     * Makes them.
     *
     * @param dataDir       of the gateway.
     * @param fixPort       that clients connect to.
     * @param venueFixPort  of the venue that speaks FIX.
     * @param venueRestPort of the venue that speaks REST.
     * @param options       all but the ports.
     * @return the settings, to be written.
     */
    public static DemoSettings of(
            final Path dataDir,
            final int fixPort,
            final int venueFixPort,
            final int venueRestPort,
            final GatewayOptions options) {
        final DemoSettings settings = new DemoSettings(venueFixPort, venueRestPort).at(dataDir, fixPort);
        settings.section("node")
                .put("durability", options.durability())
                .put("threads", options.layout())
                .put("behind", options.behind());
        keep(
                settings.root().get("venues"),
                venue -> options.venues().contains(venue.get("name").asText()));
        for (final JsonNode account : settings.root().get("accounts")) {
            ((ObjectNode) account).put("max-open-orders", MAX_OPEN_ORDERS);
            for (final JsonNode funds : account.get("funds")) {
                keep(funds.get("venues"), venue -> options.venues().contains(venue.asText()));
            }
        }
        return settings;
    }

    private static void keep(final JsonNode list, final Predicate<JsonNode> wanted) {
        for (final Iterator<JsonNode> each = list.iterator(); each.hasNext(); ) {
            if (!wanted.test(each.next())) {
                each.remove();
            }
        }
    }
}
