package io.weir.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.config.ConfigException;
import io.weir.config.Settings;
import io.weir.core.cluster.Durability;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {
    @Test
    void shouldReadTheDemoProfile() throws IOException {
        final GatewayConfig config = GatewayConfig.read(Settings.parse("demo", demo()));
        assertEquals(9, config.clients().orElseThrow().clients().size());
        assertEquals(
                List.of("SIMFIX", "BINANCE"),
                config.venues().stream().map(venue -> venue.config().name()).toList());
        assertEquals(Durability.PROCESS, config.node().durability());
        assertEquals(9_880, config.clients().orElseThrow().port());
        assertEquals(8_080, config.ops().port());
    }

    @Test
    void shouldMissNothingInTheProductionProfileButItsSecrets() throws IOException {
        final Settings settings = Settings.parse("production", resource("/etc/production.yaml"));
        final ConfigException thrown = assertThrows(ConfigException.class, () -> GatewayConfig.read(settings));
        assertTrue(
                thrown.faults().stream().allMatch(fault -> fault.matches(".*(password|api-key|api-secret).*")),
                thrown::getMessage);
        assertTrue(thrown.faults().stream()
                .anyMatch(fault -> fault.contains("environment variable WEIR_BINANCE_SECRET is not set")));
    }

    @Test
    void shouldRefuseSampleCredentialsOutsideTheDemo() throws IOException {
        final Settings settings = Settings.parse("demo", demo().replace("profile: demo", "profile: production"));
        final ConfigException thrown = assertThrows(ConfigException.class, () -> GatewayConfig.read(settings));
        assertTrue(thrown.getMessage()
                .contains("fix.sessions[0].password: a plain secret is taken in the demo profile only"));
        assertFalse(thrown.getMessage().contains("plain:demo"));
    }

    @Test
    void shouldRefuseAVenueThatHasCeased() throws IOException {
        final Settings settings = Settings.parse("demo", demo().replace("name: SIMFIX", "name: Ftx"));
        final ConfigException thrown = assertThrows(ConfigException.class, () -> GatewayConfig.read(settings));
        assertTrue(thrown.getMessage().contains("November 2022"), thrown::getMessage);
    }

    @Test
    void shouldReadForANodeWhatANodeNeedsAndNoSecretOfOthers() throws IOException {
        final Settings settings = Settings.parse("production", resource("/etc/production.yaml"));
        settings.override("roles", List.of("node"));
        final GatewayConfig config = GatewayConfig.read(settings);
        assertEquals(Set.of(Role.NODE), config.roles());
        assertEquals(Optional.empty(), config.clients());
        assertEquals(Optional.empty(), config.store());
        assertEquals(List.of(), config.venues());
        assertEquals(List.of(), config.reference(), "one process tells the reference data, and this is not it");
    }

    @Test
    void shouldStillJudgeWhatItsRoleReads() throws IOException {
        final Settings settings = Settings.parse("demo", three(demo()).replace("min-qty: 0.00001", "min-qtty: 1"));
        settings.override("roles", List.of("ops"));
        final ConfigException thrown = assertThrows(ConfigException.class, () -> GatewayConfig.read(settings));
        assertTrue(thrown.getMessage().contains("instruments[0].min-qtty: is not a setting"), thrown::getMessage);
        final Settings acceptor = Settings.parse("demo", three(demo()).replace("min-qty: 0.00001", "min-qtty: 1"));
        acceptor.override("roles", List.of("acceptor"));
        assertEquals(
                9,
                GatewayConfig.read(acceptor).clients().orElseThrow().clients().size());
    }

    @Test
    void shouldNameEveryFaultOfRolesAndEdges() throws IOException {
        final Settings settings = Settings.parse("demo", demo());
        settings.override("roles", List.of("acceptor", "broker"));
        settings.override("edges.acceptor-id", 17);
        settings.override("edges.ops-id", 17);
        final ConfigException thrown = assertThrows(ConfigException.class, () -> GatewayConfig.read(settings));
        assertEquals(
                List.of(
                        "roles: 'broker' is none of [node, acceptor, venues, ops]",
                        "node.members: there are 1; a process without the role node reaches three or more",
                        "edges.acceptor-id: 17 is ops-id too; each edge has an id of its own",
                        "edges.ops-id: 17 is among the venues' ids, 16 to 17",
                        "edges.acceptor-id: 17 is among the venues' ids, 16 to 17"),
                thrown.faults());
    }

    @Test
    void shouldNameTheMemberThatIsMissing() throws IOException {
        final Settings settings = Settings.parse("demo", three(demo()));
        settings.override("node.member-id", 5);
        final ConfigException thrown = assertThrows(ConfigException.class, () -> GatewayConfig.read(settings));
        assertEquals(List.of("node.members: node: memberId 5 is not among the members [0, 1, 2]"), thrown.faults());
    }

    @Test
    void shouldSayHowTablesGiveWay() throws IOException {
        final Settings idle = Settings.parse("demo", demo().replaceFirst("behind: nice", "behind: idle"));
        assertEquals(Behind.IDLE, GatewayConfig.read(idle).behind());
        final Settings without = Settings.parse("demo", demo().replaceFirst("(?m)^ +behind: .*$", ""));
        assertEquals(
                Behind.NICE, GatewayConfig.read(without).behind(), "tables keep their share unless told otherwise");
        final Settings wrong = Settings.parse("demo", demo().replaceFirst("behind: nice", "behind: last"));
        final ConfigException thrown = assertThrows(ConfigException.class, () -> GatewayConfig.read(wrong));
        assertEquals(List.of("node.behind: 'last' is none of [NICE, IDLE]"), thrown.faults());
    }

    private static String three(final String profile) {
        return profile.replace(
                "node:\n",
                "node:\n  members: [{id: 0, host: a, port-base: 21000}, {id: 1, host: b, port-base: 21000},"
                        + " {id: 2, host: c, port-base: 21000}]\n");
    }

    private static String demo() throws IOException {
        return resource("/etc/demo.yaml").replace("${SIMFIX.port}", "1").replace("${BINANCE.port}", "2");
    }

    private static String resource(final String name) throws IOException {
        try (InputStream in = GatewayConfigTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
