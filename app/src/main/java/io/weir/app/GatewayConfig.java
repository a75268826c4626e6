package io.weir.app;

import io.weir.acceptor.AcceptorConfig;
import io.weir.app.reference.ReferenceData;
import io.weir.config.Settings;
import io.weir.core.cluster.NodeConfig;
import io.weir.ops.OpsConfig;
import io.weir.protocol.command.Command;
import io.weir.store.StoreConfig;
import java.nio.file.Path;
import java.util.List;

/**
 * A whole settings file, read and checked: each room's own settings, and the reference data to be said to the log.
 *
 * @param dataDir   of everything that the gateway keeps.
 * @param node      the log.
 * @param clients   the FIX acceptor.
 * @param venues    the exchanges, in the order of the file.
 * @param store     the tables.
 * @param ops       HTTP.
 * @param reference commands, in order.
 */
record GatewayConfig(
        Path dataDir,
        NodeConfig node,
        AcceptorConfig clients,
        List<VenueSettings> venues,
        StoreConfig store,
        OpsConfig ops,
        List<Command> reference) {
    /** The profile in which sample passwords are taken. */
    private static final String DEMO = "demo";

    GatewayConfig {
        venues = List.copyOf(venues);
        reference = List.copyOf(reference);
    }

    /**
     * Reads all of it.
     *
     * @param settings of the whole file.
     * @return the settings.
     * @throws io.weir.config.ConfigException with every fault, by key.
     */
    static GatewayConfig read(final Settings settings) {
        final boolean allowPlain = DEMO.equals(settings.text("profile", "production"));
        final Path dataDir =
                Path.of(settings.text("data-dir", "data")).toAbsolutePath().normalize();
        final GatewayConfig config = new GatewayConfig(
                dataDir,
                NodeSettings.read(settings.section("node"), dataDir),
                ClientSettings.read(settings.section("fix"), allowPlain),
                VenueSettings.read(settings.sections("venues"), allowPlain),
                StoreConfig.read(settings.section("store"), dataDir.resolve("store"), allowPlain),
                OpsConfig.read(settings.section("http")),
                ReferenceData.read(settings));
        settings.check();
        return config;
    }
}
