package io.weir.app.fix;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that cannot be: each is refused by a report that says why. Source: FIX 4.4, ExecutionReport, OrdRejReason. */
@ExtendWith(FixGateway.Extension.class)
final class OrderRefusalTest {
    private Trader trader;

    @BeforeEach
    void logOn(final FixGateway gateway) {
        trader = gateway.trader().logsOn();
    }

    /** What differs from a good order, OrdRejReason, and a part of the Text. */
    @ParameterizedTest
    @CsvSource({
        "55=DOGE-USD, 1, Symbol(55) DOGE-USD",
        "1=ACC-CLIENT1, 15, Account(1)",
        "1=NOBODY, 15, Account(1)",
        "38=0, 13, OrderQty(38) 0 is not above 0",
        "38=-1, 13, OrderQty(38) -1 is not above 0",
        "38=0.0000001, 13, digits behind the point",
        "38=0.000001, 13, OrderQty(38) 0.000001",
        "38=1.000001, 13, no multiple of 0.00001",
        "38=0.00001, 13, the minimum notional of BTC-USD",
        "38=1001, 3, the maximum of BTC-USD",
        "38=999999999999999999, 3, the maximum of BTC-USD",
        "38=900, 3, the maximum notional",
        "44=0, 99, Price(44) 0 is not above 0",
        "44=-45000, 99, Price(44) -45000 is not above 0",
        "44=45000.001, 99, digits behind the point",
        "44=90000, 3, the price collar of BTC-USD",
        "44-, 99, Price(44) is missing",
        "40=3, 11, OrdType(40) 3",
        "59=6, 11, TimeInForce(59) 6",
        "168=20991231-00:00:00, 11, EffectiveTime(168)",
        "110=0.1, 11, MinQty(110)",
        "18=G, 11, ExecInst(18)",
    })
    void shouldRefuse(final String change, final String ordRejReason, final String text) {
        trader.says(order(change));
        trader.hears("35=8|150=8|39=8|103=" + ordRejReason + "|11=A-1|151=0|14=0|6=0|58~" + text);
        trader.hearsNothingMore();
    }

    @Test
    void shouldRefuseOnlyASellThatIsOffTheMarketTheOtherWay() {
        trader.says(order("54=2").replace("44=46000", "44=20000"));
        trader.hears("35=8|150=8|39=8|103=3|54=2|58~below");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "5", "8", "B"})
    void shouldRejectASideThatIsNotWorked(final String side) {
        trader.says(order("54=" + side));
        trader.hears("35=3|45=2|371=54|372=D|373=5|58~Side(54) " + side);
        trader.hearsNothingMore();
    }

    @Test
    void shouldRejectAnIdThatIsTooLong() {
        trader.says(order("11=" + "x".repeat(65)));
        trader.hears("35=3|45=2|371=11|372=D|373=5|58~ClOrdID(11)");
        trader.hearsNothingMore();
    }

    @Test
    void shouldTakeTheOtherAccountsOfOthersForUnknown() {
        trader.says(order("1=ACC-CLIENT"));
        trader.hears("35=8|150=0|1=ACC-CLIENT");
        trader.says("35=F|11=A-2|41=A-1|55=BTC-USD|54=1|60={now}");
        trader.hearsInTheEnd("35=8|150=4");
    }

    /** A good order with one field changed, added, or left out ({@code 44-}). */
    private static String order(final String change) {
        final String order = "35=D|11=A-1|55=BTC-USD|54=1|38=0.1|40=2|44=46000|60={now}";
        final String tag = change.replaceAll("[-=].*", "");
        final String without = order.replaceAll("\\|" + tag + "=[^|]*", "");
        return change.endsWith("-") ? without : without + "|" + change;
    }
}
