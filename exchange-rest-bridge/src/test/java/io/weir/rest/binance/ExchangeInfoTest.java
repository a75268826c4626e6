package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.decimal.Decimal;
import io.weir.rest.json.Json;
import io.weir.venue.VenueSymbols;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeInfoTest {
    private final ExchangeInfo info = ExchangeInfo.read(Json.parse(Payloads.read("exchange-info.json")));
    private final VenueSymbols symbols = new VenueSymbols(Map.of("BTC-USD", "BTCUSDT", "ETH-USD", "ETHUSDT"));

    @Test
    void shouldReadLimitsAndFilters() {
        assertEquals(
                List.of(
                        "WEIGHT 6000 in 60000 ms",
                        "ORDERS 100 in 10000 ms",
                        "ORDERS 200000 in 86400000 ms",
                        "REQUESTS 61000 in 300000 ms"),
                info.windows().stream().map(LimitWindow::toString).toList());
        assertEquals(
                new ExchangeInfo.SymbolInfo(
                        true, "TRADING", decimal(1, 2), decimal(1, 5), decimal(1, 5), decimal(5, 0)),
                info.symbols().get("BTCUSDT"));
        assertEquals(decimal(10, 0), info.symbols().get("ETHUSDT").minNotional());
    }

    @Test
    void shouldNameWhatOurSettingsAllowAndTheVenueRefuses() {
        final ListingRule finer =
                new ListingRule("BTC-USD", decimal(1, 3), decimal(15, 6), decimal(1, 6), decimal(1, 0));
        final List<String> lines = FilterCheck.compare(List.of(finer), symbols, info.symbols());
        assertEquals(4, lines.size());
        assertTrue(lines.get(0).contains("tick 0.001 is no multiple of tickSize 0.01"), lines.get(0));
        assertTrue(lines.get(1).contains("lot 0.000015 is no multiple of stepSize 0.00001"), lines.get(1));
        assertTrue(lines.get(2).contains("min-qty 0.000001 is below minQty 0.00001"), lines.get(2));
        assertTrue(lines.get(3).contains("min-notional 1 is below minNotional 5"), lines.get(3));
    }

    @Test
    void shouldAcceptSettingsThatAreCoarserOrSilent() {
        final ListingRule coarser =
                new ListingRule("BTC-USD", decimal(5, 1), decimal(1, 3), decimal(1, 3), decimal(5, 0));
        final ListingRule silent =
                new ListingRule("ETH-USD", Decimal.ABSENT, Decimal.ABSENT, Decimal.ABSENT, Decimal.ABSENT);
        assertEquals(List.of(), FilterCheck.compare(List.of(coarser, silent), symbols, info.symbols()));
    }

    @Test
    void shouldSayHaltedOnlyWhenNoSymbolTrades() {
        assertEquals("", FilterCheck.halted(symbols, info.symbols()));
        assertEquals(
                "ETH-USD is BREAK", FilterCheck.halted(new VenueSymbols(Map.of("ETH-USD", "ETHUSDT")), info.symbols()));
    }

    private static Decimal decimal(final long mantissa, final int scale) {
        return new Decimal(mantissa, scale);
    }
}
