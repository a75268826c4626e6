package io.weir.benchmarks.contender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.benchmarks.gateway.DemoSettings;
import java.nio.file.Path;
import java.util.Iterator;

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
        keep(settings.root().get("venues"), options);
        for (final JsonNode account : settings.root().get("accounts")) {
            ((ObjectNode) account).put("max-open-orders", MAX_OPEN_ORDERS);
        }
        return settings;
    }

    private static void keep(final JsonNode venues, final GatewayOptions options) {
        for (final Iterator<JsonNode> each = venues.iterator(); each.hasNext(); ) {
            if (!options.venues().contains(each.next().get("name").asText())) {
                each.remove();
            }
        }
    }
}
