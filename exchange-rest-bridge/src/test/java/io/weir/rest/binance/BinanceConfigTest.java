package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.config.ConfigException;
import io.weir.config.Settings;
import io.weir.protocol.decimal.Decimal;
import io.weir.rest.http.Endpoint;
import io.weir.venue.VenueConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinanceConfigTest {
    private static final String GOOD = """
            name: BINANCE
            kind: binance
            symbols:
              - {symbol: BTC-USD, venue-symbol: BTCUSDT, tick: 0.01, lot: 0.00001}
            rest-url: https://api.example.com
            ws-api-url: wss://ws-api.example.com:443/ws-api/v3
            stream-url: wss://stream.example.com:9443
            api-key: plain:KEY
            api-secret: plain:HUSH
            """;

    @Test
    void shouldReadASectionBesideWhatEveryVenueHas() {
        final Settings settings =
                Settings.parse("test", GOOD + "recv-window: 1500ms\nvisibility-window: 12s\nconnections: 8\n");
        final VenueConfig venue = VenueConfig.read(settings);
        final BinanceConfig config = BinanceConfig.read(settings, true);
        settings.check();
        assertEquals("BTCUSDT", venue.symbols().theirs("BTC-USD"));
        assertEquals(new Endpoint("ws-api.example.com", 443, true, "/ws-api/v3"), config.wsApi());
        assertEquals(1_500, config.recvWindowMs());
        assertEquals(8, config.connections());
        assertEquals(BinanceConfig.DEFAULT_DEPTH_LIMIT, config.depthLimit());
        assertEquals(
                List.of(new ListingRule(
                        "BTC-USD", new Decimal(1, 2), new Decimal(1, 5), Decimal.ABSENT, Decimal.ABSENT)),
                config.rules());
        assertFalse(config.toString().contains("HUSH"), config.toString());
    }

    @Test
    void shouldNameEveryFaultAtOnceByItsKey() {
        final Settings settings = Settings.parse("test", """
                name: BINANCE
                kind: binance
                symbols: [{symbol: BTC-USD, venue-symbol: BTCUSDT}]
                rest-url: ftp://api.example.com
                ws-api-url: wss://ws-api.example.com
                api-key: plain:KEY
                api-secret: KEY
                recv-window: 90s
                connections: 1
                """);
        VenueConfig.read(settings);
        BinanceConfig.read(settings, false);
        final ConfigException e = assertThrows(ConfigException.class, settings::check);
        for (final String key : List.of(
                "rest-url", "stream-url", "api-key", "api-secret", "recv-window", "visibility-window", "connections")) {
            assertTrue(e.faults().stream().anyMatch(fault -> fault.startsWith(key + ":")), key + " of " + e.faults());
        }
    }
}
