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
import java.util.Optional;
import java.util.Set;

/**
 * A whole settings file, read and checked: each room's own settings, and the reference data to be said to the log. What only
 * another role needs is left unread, its secrets too: one file serves all processes of a gateway.
 *
 * @param roles     of this process.
 * @param dataDir   of everything that the process keeps.
 * @param node      the log: this process's node, or the nodes that it reaches.
 * @param behind    how this process's tables give way.
 * @param edges     by which ids the log knows this process.
 * @param clients   the FIX acceptor; there with the role of one.
 * @param venues    the exchanges, in the order of the file; none without their role.
 * @param store     the tables; there with the role ops.
 * @param ops       HTTP.
 * @param reference commands, in order; none without the role ops.
 */
record GatewayConfig(
        Set<Role> roles,
        Path dataDir,
        NodeConfig node,
        Behind behind,
        EdgeSettings edges,
        Optional<AcceptorConfig> clients,
        List<VenueSettings> venues,
        Optional<StoreConfig> store,
        OpsConfig ops,
        List<Command> reference) {
    /** The profile in which sample passwords are taken. */
    private static final String DEMO = "demo";

    GatewayConfig {
        roles = Set.copyOf(roles);
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
        final Set<Role> roles = Role.read(settings);
        final Path dataDir =
                Path.of(settings.text("data-dir", "data")).toAbsolutePath().normalize();
        final List<Settings> venues = settings.sections("venues");
        final GatewayConfig config = new GatewayConfig(
                roles,
                dataDir,
                NodeSettings.read(settings.section("node"), dataDir, roles.contains(Role.NODE)),
                settings.section("node").oneOf("behind", Behind.class, Behind.NICE),
                EdgeSettings.read(settings.section("edges"), venues.size()),
                roles.contains(Role.ACCEPTOR)
                        ? Optional.of(ClientSettings.read(settings.section("fix"), allowPlain))
                        : Optional.empty(),
                roles.contains(Role.VENUES) ? VenueSettings.read(venues, allowPlain) : List.of(),
                roles.contains(Role.OPS)
                        ? Optional.of(StoreConfig.read(settings.section("store"), dataDir.resolve("store"), allowPlain))
                        : Optional.empty(),
                OpsConfig.read(settings.section("http")),
                roles.contains(Role.OPS) ? ReferenceData.read(settings) : List.of());
        leaveToOthers(settings, roles);
        settings.check();
        return config;
    }

    /** {@return whether nothing of the gateway runs in another process} */
    boolean isWhole() {
        return roles.size() == Role.values().length && node.isAlone();
    }

    /** Each section that this process reads in part or not at all is judged by the process that has the role. */
    private static void leaveToOthers(final Settings settings, final Set<Role> roles) {
        if (!roles.contains(Role.OPS) || !roles.contains(Role.ACCEPTOR)) {
            final Settings fix = settings.section("fix");
            fix.leaveRest();
            fix.sections("sessions").forEach(Settings::leaveRest);
        }
        if (!roles.contains(Role.OPS) || !roles.contains(Role.VENUES)) {
            settings.sections("venues").forEach(GatewayConfig::leaveVenue);
        }
        if (!roles.contains(Role.OPS)) {
            settings.section("store").leaveRest();
            settings.section("routing").leaveRest();
            settings.sections("instruments").forEach(Settings::leaveRest);
            settings.sections("accounts").forEach(Settings::leaveRest);
        }
    }

    private static void leaveVenue(final Settings venue) {
        venue.leaveRest();
        venue.sections("symbols").forEach(Settings::leaveRest);
    }
}
