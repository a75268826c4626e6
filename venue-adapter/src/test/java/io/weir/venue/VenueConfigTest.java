package io.weir.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.config.ConfigException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A venue's settings check themselves; a venue that ceased is refused by any of its names. */
final class VenueConfigTest {
    @ParameterizedTest
    @ValueSource(strings = {"FTX", "ftx", "Ftx", "FTX.US", "ftx-us", "FTXUS", "ftx_international"})
    void shouldRefuseFtxByNameAndByKind(final String name) {
        final Map<String, String> symbols = Map.of("BTC-USD", "BTC/USD");
        final String byName = assertThrows(ConfigException.class, () -> VenueConfig.of(name, "fix44", symbols))
                .getMessage();
        assertTrue(byName.contains("ceased operating in November 2022"), byName);
        assertTrue(byName.contains(name), byName);
        final String byKind = assertThrows(ConfigException.class, () -> VenueConfig.of("V", name, symbols))
                .getMessage();
        assertTrue(byKind.contains("ceased operating in November 2022"), byKind);
    }

    @Test
    void shouldTakeOtherNames() {
        assertNull(CeasedVenues.faultOf("BINANCE"));
        assertNull(CeasedVenues.faultOf("SWIFTX"));
        assertEquals("V", VenueConfig.of("V", "fix44", Map.of("A", "B")).name());
    }

    @Test
    void shouldRefuseTwoSymbolsThatAreOneAtTheVenue() {
        final String text = assertThrows(
                        IllegalArgumentException.class, () -> new VenueSymbols(Map.of("BTC-USD", "X", "XBT-USD", "X")))
                .getMessage();
        assertEquals("BTC-USD and XBT-USD are both X", text);
    }

    @Test
    void shouldMapSymbolsBothWays() {
        final VenueSymbols symbols = new VenueSymbols(Map.of("BTC-USD", "BTCUSDT"));
        assertEquals("BTCUSDT", symbols.theirs("BTC-USD"));
        assertEquals("BTC-USD", symbols.ours("BTCUSDT"));
        assertNull(symbols.theirs("ETH-USD"));
        assertNull(symbols.ours("ETHUSDT"));
    }
}
