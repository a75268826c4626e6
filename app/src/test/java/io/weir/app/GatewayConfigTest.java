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
import org.junit.jupiter.api.Test;

class GatewayConfigTest {
    @Test
    void shouldReadTheDemoProfile() throws IOException {
        final GatewayConfig config = GatewayConfig.read(Settings.parse("demo", demo()));
        assertEquals(9, config.clients().clients().size());
        assertEquals(
                List.of("SIMFIX", "BINANCE"),
                config.venues().stream().map(venue -> venue.config().name()).toList());
        assertEquals(Durability.PROCESS, config.node().durability());
        assertEquals(9_880, config.clients().port());
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

    private static String demo() throws IOException {
        return resource("/etc/demo.yaml").replace("${SIMFIX.port}", "1").replace("${BINANCE.port}", "2");
    }

    private static String resource(final String name) throws IOException {
        try (InputStream in = GatewayConfigTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
