package io.weir.core.order;

import static io.weir.core.order.TradingKit.BTC;
import static io.weir.core.order.TradingKit.dec;
import static io.weir.protocol.fix.Side.BUY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.protocol.command.AdjustBalance;
import io.weir.protocol.command.DefineAccount;
import io.weir.protocol.command.DefineInstrument;
import io.weir.protocol.command.DefineListing;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.SetRoutingPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Definitions and transfers: taken whole, or refused with field, value and bound. */
class ReferenceTest {
    private final TradingKit kit = TradingKit.open();

    private List<String> instrument(
            final String symbol, final String base, final String quote, final int priceScale, final int qtyScale) {
        kit.desk.onDefineInstrument(new DefineInstrument(
                symbol, base, quote, priceScale, qtyScale, dec("1"), dec("1"), dec("1"), dec("9"), dec("0"), 0));
        return kit.take();
    }

    private List<String> adjust(final String asset, final String amount, final String reference) {
        kit.desk.onAdjustBalance(new AdjustBalance("ACC", "ALPHA", asset, dec(amount), reference));
        return kit.take();
    }

    @Test
    void shouldSayADefinitionOnlyWhenItChangesSomething() {
        kit.defineBtc("0.01", 1000);
        assertEquals(List.of(), kit.take());
        kit.defineBtc("0.05", 1000);
        assertEquals(1, kit.take().size());
        kit.desk.onDefineVenue(new DefineVenue("ALPHA", true, 1_000, 1_000, 100_000));
        assertEquals(List.of(), kit.take());
        kit.desk.onDefineVenue(new DefineVenue("GAMMA", true, 1_000, 1_000, 100_000));
        assertEquals(List.of("VenueDefined[venueId=3, name=GAMMA]"), kit.take());
        assertEquals(3, kit.desk.venueId("GAMMA"));
        assertEquals(0, kit.desk.venueId("DELTA"));
    }

    @Test
    void shouldNeverChangeAssetsOrScales() {
        assertEquals(
                List.of("refused: priceScale 3 of BTC-USD never changes: it is 2"),
                instrument(BTC, "BTC", "USD", 3, 6));
        assertEquals(
                List.of("refused: baseAsset ETH of BTC-USD never changes: it is BTC"),
                instrument(BTC, "ETH", "USD", 2, 6));
    }

    @Test
    void shouldRefuseDefinitionsThatCannotBe() {
        assertEquals(
                List.of("refused: quoteAsset USD is the baseAsset too"), instrument("USD-USD", "USD", "USD", 2, 6));
        assertEquals(List.of("refused: qtyScale 10 is not within 0 to 9"), instrument("X-USD", "X", "USD", 2, 10));
        assertEquals(
                List.of("refused: symbol 'X USD' is not 1 to 32 printable ASCII characters without blanks"),
                instrument("X USD", "X", "USD", 2, 6));
        kit.defineBtc("0.001", 0);
        assertEquals(List.of("refused: tickSize 0.001 has more than 2 digits behind the point"), kit.take());
        kit.defineBtc("0", 0);
        assertEquals(List.of("refused: tickSize 0 is not within 0.01 to 23058430092136939.51"), kit.take());
        kit.desk.onDefineListing(new DefineListing("ALPHA", "XYZ", dec("1"), dec("1"), dec("1"), dec("1")));
        assertEquals(List.of("refused: symbol XYZ is not defined"), kit.take());
        kit.desk.onDefineVenue(new DefineVenue("GAMMA", true, 0, 100_001, 1));
        assertEquals(List.of("refused: takerFeePpm 100001 is not within 0 to 100000"), kit.take());
        kit.desk.onDefineAccount(new DefineAccount("ACC", -1, dec("1")));
        assertEquals(List.of("refused: maxOpenOrders -1 is not within 0 to 2147483647"), kit.take());
        kit.desk.onSetRoutingPolicy(new SetRoutingPolicy(4_000, 2_000, 3_000, 999, 2, 3));
        assertEquals(List.of("refused: the four weights sum to 9999, not to 10000"), kit.take());
    }

    @Test
    void shouldRefineAnAssetWhileNothingOfItIsReservedAndAllFits() {
        assertEquals(1, instrument("DOGE-USD", "DOGE", "USD", 5, 6).size());
        assertEquals(
                "ACC ALPHA USD 1000000.00000000000 reserved 0.00000000000",
                kit.tick().get(0));
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        assertEquals(
                "ACC ALPHA USD 1000000.00000000000 reserved 49049.00000000000",
                kit.tick().get(0));
        assertEquals(
                List.of("refused: quoteAsset USD needs 12 digits behind the point: it has 11, which can grow only while"
                        + " nothing of it is reserved and all balances fit"),
                instrument("SHIB-USD", "SHIB", "USD", 6, 6));
    }

    @Test
    void shouldNotRefineAnAssetBeyondWhatABalanceHolds() {
        adjust("USD", "22000000000", "much");
        assertEquals(1, instrument("A-USD", "A", "USD", 2, 6).size());
        assertEquals(
                List.of("refused: quoteAsset USD needs 9 digits behind the point: it has 8, which can grow only while"
                        + " nothing of it is reserved and all balances fit"),
                instrument("B-USD", "B", "USD", 3, 6));
    }

    @Test
    void shouldTakeATransferOncePerReference() {
        adjust("USD", "5", "T-1");
        adjust("USD", "5", "T-1");
        assertEquals(List.of("ACC ALPHA USD 1000005.00000000 reserved 0.00000000"), kit.tick());
        adjust("USD", "-1000005", "T-2");
        assertEquals(List.of("ACC ALPHA USD 0.00000000 reserved 0.00000000"), kit.tick());
    }

    @Test
    void shouldRefuseTransfersThatCannotBe() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        assertEquals(
                List.of("refused: amount -1000000 takes more than the 950951.00000000 available to ACC at ALPHA"),
                adjust("USD", "-1000000", "T-1"));
        assertEquals(
                List.of("refused: amount 23058430092 makes the balance of ACC at ALPHA more than 23058430092.13693951"),
                adjust("USD", "23058430092", "T-2"));
        assertEquals(
                List.of("refused: amount 0.000000001 has more than 8 digits behind the point"),
                adjust("USD", "0.000000001", "T-3"));
        assertEquals(List.of("refused: reference '' is not 1 to 64 characters"), adjust("USD", "1", ""));
        kit.desk.onAdjustBalance(new AdjustBalance("NOBODY", "ALPHA", "USD", dec("1"), "T-4"));
        assertEquals(List.of("refused: account NOBODY is not defined"), kit.take());
        kit.desk.onAdjustBalance(new AdjustBalance("ACC", "GAMMA", "USD", dec("1"), "T-5"));
        assertEquals(List.of("refused: venue GAMMA is not defined"), kit.take());
        assertEquals(List.of(), adjust("USD", "1", "T-1"));
    }
}
