package io.weir.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.config.ConfigException;
import io.weir.config.Secret;
import io.weir.config.Settings;
import io.weir.venue.VenueConfig;
import org.junit.jupiter.api.Test;

/** A FIX venue's settings: every fault at once, no secret in print. */
final class FixVenueConfigTest {
    private static final String GOOD = """
            name: SIMFIX
            kind: fix44
            symbols: [{symbol: BTC-USD, venue-symbol: BTC/USD}]
            rate: {weight: 50, interval: 2s, reserved-bps: 1000}
            visibility-window: 3s
            host: fix.example.com
            port: 9876
            sender-comp-id: WEIR
            target-comp-id: SIMFIX
            username: weir
            password: plain:demo
            heart-bt-int: 5s
            """;

    @Test
    void shouldReadBothHalvesOfAVenuesSection() {
        final Settings settings = Settings.parse("test", GOOD);
        final VenueConfig venue = VenueConfig.read(settings);
        final FixVenueConfig fix = FixVenueConfig.read(settings, true);
        settings.check();
        assertEquals("BTC/USD", venue.symbols().theirs("BTC-USD"));
        assertEquals(50, venue.rateLimit().weight());
        assertEquals(3_000_000_000L, venue.visibilityWindowNs());
        assertEquals(9_876, fix.port());
        assertEquals(5, fix.heartBtIntS());
        assertEquals("demo", fix.password().reveal());
    }

    @Test
    void shouldNameEveryFaultAtOnce() {
        final Settings settings = Settings.parse("test", """
                name: Ftx.US
                kind: fix44
                symbols: []
                host: x
                port: 70000
                sender-comp-id: "no blanks"
                target-comp-id: T
                heart-bt-int: 10m
                answer-timeout: soon
                """);
        VenueConfig.read(settings);
        FixVenueConfig.read(settings, false);
        final String text = assertThrows(ConfigException.class, settings::check).getMessage();
        assertTrue(text.contains("FTX ceased operating in November 2022"), text);
        assertTrue(text.contains("symbols: none is given"), text);
        assertTrue(text.contains("port: '70000' is not a whole number within 1 to 65535"), text);
        assertTrue(text.contains("sender-comp-id: 'no blanks' is no comp id"), text);
        assertTrue(text.contains("heart-bt-int: 600 s is not within 1 to 300"), text);
        assertTrue(text.contains("answer-timeout: 'soon'"), text);
    }

    @Test
    void shouldNotPrintThePassword() {
        final FixVenueConfig config = FixVenueConfig.of("127.0.0.1", 1, "A", "B", Secret.of("hush"));
        assertFalse(config.toString().contains("hush"), config.toString());
    }
}
