package io.weir.app.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cancels and replaces. Source: FIX 4.4 volume 4, Order State Changes B, C and D. */
@ExtendWith(FixGateway.Extension.class)
final class CancelReplaceTest {
    private Trader trader;
    private Market market;
    private Message accepted;

    @BeforeEach
    void restOrder(final FixGateway gateway) {
        market = new Market(gateway.trader());
        trader = gateway.trader().logsOn();
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=2950|60={now}");
        accepted = trader.hears("35=8|150=0|39=0|11=A-1");
    }

    @AfterEach
    void emptyTheBook() {
        market.close();
    }

    @Test
    void shouldCancelAnOpenOrder() {
        cancel("A-2", "A-1");
        trader.hearsInTheEnd("35=8|150=4|39=4|11=A-2|41=A-1|14=0|151=0|38=10|37=" + accepted.value(37));
        trader.hearsNothingMore();
    }

    @Test
    void shouldKeepWhatHasTradedWhenAnOrderIsCanceled() {
        tradesFour();
        cancel("A-2", "A-1");
        trader.hearsInTheEnd("35=8|150=4|39=4|11=A-2|41=A-1|14=4|151=0|6=2950|37=" + accepted.value(37));
        trader.hearsNothingMore();
    }

    @Test
    void shouldRefuseToCancelAFilledOrder() {
        tradesAll();
        cancel("A-2", "A-1");
        trader.hears("35=9|39=2|434=1|102=0|11=A-2|41=A-1|37=" + accepted.value(37));
        trader.hearsNothingMore();
    }

    @Test
    void shouldRefuseToCancelOrReplaceACanceledOrder() {
        cancel("A-2", "A-1");
        trader.hearsInTheEnd("35=8|150=4|11=A-2");
        cancel("A-3", "A-2");
        trader.hears("35=9|39=4|434=1|102=0|11=A-3|41=A-2");
        replace("A-4", "A-2", "20", "2950");
        trader.hears("35=9|39=4|434=2|102=0|11=A-4|41=A-2");
    }

    @Test
    void shouldRefuseToCancelOrReplaceAnUnknownOrder() {
        cancel("A-2", "B-1");
        trader.hears("35=9|37=NONE|39=8|434=1|102=1|11=A-2|41=B-1");
        replace("A-3", "B-1", "20", "2950");
        trader.hears("35=9|37=NONE|39=8|434=2|102=1|11=A-3|41=B-1");
        end("A-1");
    }

    @Test
    void shouldNotFindAnotherClientsOrder() {
        market.trader().says("35=F|11=X-1|41=A-1|55=ETH-USD|54=1|60={now}");
        market.trader().hears("35=9|37=NONE|39=8|434=1|102=1|11=X-1|41=A-1");
        end("A-1");
    }

    @Test
    void shouldRefuseARequestWhoseClOrdIdIsInUse() {
        cancel("A-1", "A-1");
        trader.hears("35=9|39=0|434=1|102=6|11=A-1|41=A-1");
        end("A-1");
    }

    /** New OrderQty and Price; all of them leave the order as New. */
    @ParameterizedTest
    @CsvSource({"15, 2950", "7, 2950", "10, 2960", "10, 2940.5", "12.5, 2955.25"})
    void shouldReplaceAnOpenOrder(final String qty, final String price) {
        replace("A-2", "A-1", qty, price);
        trader.hearsInTheEnd("35=8|150=5|39=0|11=A-2|41=A-1|14=0|6=0|38=" + qty + "|151=" + qty + "|44=" + price
                + "|37=" + accepted.value(37));
        market.sells("1", price);
        trader.hears("35=8|150=F|39=1|11=A-2|32=1|31=" + price + "|14=1|38=" + qty);
        end("A-2");
    }

    /** New OrderQty, Price and LeavesQty of an order of which 4 have traded. */
    @ParameterizedTest
    @CsvSource({"15, 2950, 11", "5, 2950, 1", "10, 2960, 6", "20, 2940, 16"})
    void shouldReplaceAnOrderThatHasTradedInPart(final String qty, final String price, final String leavesQty) {
        tradesFour();
        replace("A-2", "A-1", qty, price);
        trader.hearsInTheEnd("35=8|150=5|39=1|11=A-2|41=A-1|14=4|6=2950|38=" + qty + "|151=" + leavesQty + "|44="
                + price + "|37=" + accepted.value(37));
        market.sells(leavesQty, price);
        trader.hears("35=8|150=F|39=2|11=A-2|32=" + leavesQty + "|31=" + price + "|14=" + qty + "|151=0");
        trader.hearsNothingMore();
    }

    @Test
    void shouldTradeAtOnceWhatAReplaceMakesMarketable() {
        market.offers("10", "2970");
        replace("A-2", "A-1", "10", "2970");
        trader.hearsInTheEnd("35=8|150=5|39=0|11=A-2|41=A-1|44=2970");
        trader.hears("35=8|150=F|39=2|11=A-2|32=10|31=2970|14=10|151=0");
        market.hasTraded("10", "2970");
    }

    @Test
    void shouldEndAnOrderThatIsReplacedToWhatHasTraded() {
        tradesFour();
        replace("A-2", "A-1", "4", "2950");
        trader.hearsInTheEnd("35=8|150=5|39=2|11=A-2|41=A-1|38=4|14=4|151=0|6=2950");
        market.sells("1", "2950");
        trader.hearsNothingMore();
    }

    @Test
    void shouldRefuseToReplaceBelowWhatHasTraded() {
        tradesFour();
        replace("A-2", "A-1", "3", "2950");
        trader.hears("35=9|39=1|434=2|11=A-2|41=A-1|58~below CumQty(14)");
        end("A-1");
    }

    @Test
    void shouldRefuseToReplaceAFilledOrder() {
        tradesAll();
        replace("A-2", "A-1", "10", "2960");
        trader.hears("35=9|39=2|434=2|102=0|11=A-2|41=A-1|37=" + accepted.value(37));
        trader.hearsNothingMore();
    }

    /** A field of a good replace changed, and a part of the Text. */
    @ParameterizedTest
    @CsvSource({
        "38=-1, OrderQty(38)",
        "38=0.0000001, OrderQty(38)",
        "44=2950.001, Price(44)",
        "44=-2950, Price(44)",
        "40=1, OrdType(40)",
        "59=3, TimeInForce(59)",
        "55=BTC-USD, Symbol(55)",
        "54=2, Side(54)",
        "37=12345, OrderID(37)",
        "1=NOBODY, Account(1)",
        "168=20991231-00:00:00, EffectiveTime(168)",
        "110=1, MinQty(110)",
    })
    void shouldRefuseAReplaceThatCannotBeAndLeaveTheOrderAlone(final String change, final String text) {
        final String good = "35=G|11=A-2|41=A-1|55=ETH-USD|54=1|38=20|40=2|44=2950|60={now}";
        final String tag = change.substring(0, change.indexOf('='));
        trader.says(good.replaceAll("\\|" + tag + "=[^|]*", "") + "|" + change);
        trader.hears("35=9|39=0|434=2|11=A-2|41=A-1|58~" + text);
        end("A-1");
    }

    @Test
    void shouldReplaceByTheLastAcceptedClOrdId() {
        replace("A-2", "A-1", "11", "2950");
        trader.hearsInTheEnd("35=8|150=5|11=A-2|41=A-1|38=11");
        replace("A-3", "A-2", "12", "2951");
        trader.hearsInTheEnd("35=8|150=5|11=A-3|41=A-2|38=12");
        replace("A-4", "A-1", "13", "2950");
        trader.hears("35=9|434=2|39=0|11=A-4|41=A-1|58~A-3");
        replace("A-5", "A-3", "13", "2949");
        final Message last = trader.hearsInTheEnd("35=8|150=5|11=A-5|41=A-3|38=13|151=13");
        assertEquals(accepted.value(37), last.value(37));
        cancel("A-6", "A-5");
        trader.hearsInTheEnd("35=8|150=4|39=4|11=A-6|41=A-5|37=" + accepted.value(37));
    }

    @Test
    void shouldTakeRequestsThatComeRightBehindTheirOrder() {
        final String order = "|55=ETH-USD|54=1|60={now}";
        final byte[] all = Fix.bytes(new String(trader.bytes("35=D|11=B-1|38=10|40=2|44=2940" + order))
                + new String(trader.bytes("35=F|11=B-2|41=B-1" + order))
                + new String(trader.bytes("35=D|11=C-1|38=10|40=2|44=2940" + order))
                + new String(trader.bytes("35=G|11=C-2|41=C-1|38=20|40=2|44=2941" + order))
                + new String(trader.bytes("35=F|11=C-3|41=C-1" + order)));
        trader.saysBytes(all);
        final Map<String, Message> last = new HashMap<>();
        while (!last.containsKey("B-2") || !last.containsKey("C-2") || !last.containsKey("C-3")) {
            final Message message = trader.hears("11*");
            if (message.is(35, "9") || "45".contains(message.value(150))) {
                last.put(message.value(11), message);
            }
        }
        Script.check("35=8|150=4|39=4|41=B-1", last.get("B-2"));
        Script.check("35=8|150=5|39=0|41=C-1|38=20|44=2941", last.get("C-2"));
        Script.check("35=9|39=E|434=1|102=3|41=C-1", last.get("C-3"));
        end("C-2");
        end("A-1");
    }

    @Test
    void shouldSayTheStatusToARequestThatIsResent() {
        replace("A-2", "A-1", "11", "2950");
        trader.hearsInTheEnd("35=8|150=5|11=A-2|41=A-1|38=11");
        trader.says("35=G|97=Y|11=A-2|41=A-1|55=ETH-USD|54=1|38=11|40=2|44=2950|60={now}");
        trader.hears("35=8|150=I|39=0|11=A-2|38=11");
        end("A-2");
    }

    /** BINANCE, which alone has ETH-USDT, cannot change an order: it is canceled there and placed anew. */
    @Test
    void shouldReplaceAtAVenueThatCannot() {
        end("A-1");
        trader.says("35=D|11=B-1|55=ETH-USDT|54=1|38=5|40=2|44=2800|60={now}");
        final Message order = trader.hears("35=8|150=0|11=B-1");
        trader.says("35=G|11=B-2|41=B-1|55=ETH-USDT|54=1|38=7|40=2|44=2810|60={now}");
        trader.hearsInTheEnd("35=8|150=5|39=0|11=B-2|41=B-1|38=7|151=7|44=2810");
        trader.says("35=F|11=B-3|41=B-2|55=ETH-USDT|54=1|60={now}");
        trader.hearsInTheEnd("35=8|150=4|39=4|11=B-3|41=B-2|37=" + order.value(37));
        trader.hearsNothingMore();
    }

    private void tradesFour() {
        market.sells("4", "2950");
        trader.hears("35=8|150=F|39=1|11=A-1|32=4|31=2950|14=4|151=6|6=2950");
    }

    private void tradesAll() {
        market.sells("10", "2950");
        trader.hears("35=8|150=F|39=2|11=A-1|14=10|151=0");
    }

    private void cancel(final String clOrdId, final String origClOrdId) {
        trader.says("35=F|11=" + clOrdId + "|41=" + origClOrdId + "|55=ETH-USD|54=1|60={now}");
    }

    private void end(final String clOrdId) {
        cancel(clOrdId + "-end", clOrdId);
        trader.hearsInTheEnd("35=8|150=4|39=4|41=" + clOrdId);
        trader.hearsNothingMore();
    }

    private void replace(final String clOrdId, final String origClOrdId, final String qty, final String price) {
        trader.says("35=G|11=" + clOrdId + "|41=" + origClOrdId + "|55=ETH-USD|54=1|38=" + qty + "|40=2|44=" + price
                + "|60={now}");
    }
}
