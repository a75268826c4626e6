package io.weir.benchmarks.contender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.weir.app.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;

/** Writes the settings file of a gateway that is measured: the demo's, with other ports, durability, threads and venues. */
final class GatewayProfile {
    private static final String DEMO = "/etc/demo.yaml";
    private static final int MAX_OPEN_ORDERS = 1_500_000;

    private GatewayProfile() {}

    static void write(
            final Path file,
            final Path dataDir,
            final int fixPort,
            final int venueFixPort,
            final int venueRestPort,
            final GatewayOptions options)
            throws IOException {
        final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        final ObjectNode root =
                (ObjectNode) yaml.readTree(demo().replace("${SIMFIX.port}", String.valueOf(venueFixPort))
                        .replace("${BINANCE.port}", String.valueOf(venueRestPort)));
        root.put("data-dir", dataDir.toString());
        ((ObjectNode) root.get("fix")).put("port", fixPort);
        ((ObjectNode) root.get("http")).put("port", 0);
        ((ObjectNode) root.get("node")).put("durability", options.durability()).put("threads", options.layout());
        keep(root.get("venues"), options);
        for (final JsonNode accounts : root.get("accounts")) {
            ((ObjectNode) accounts).put("max-open-orders", MAX_OPEN_ORDERS);
        }
        yaml.writeValue(file.toFile(), root);
    }

    private static void keep(final JsonNode venues, final GatewayOptions options) {
        for (final Iterator<JsonNode> each = venues.iterator(); each.hasNext(); ) {
            if (!options.venues().contains(each.next().get("name").asText())) {
                each.remove();
            }
        }
    }

    private static String demo() {
        try (InputStream in = Main.class.getResourceAsStream(DEMO)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException("the demo's settings cannot be read", e);
        }
    }
}
