package io.weir.app.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** New orders, their executions and their status. Source: FIX 4.4 volume 4, Order State Changes A, E, F, G and I. */
@ExtendWith(FixGateway.Extension.class)
final class OrderTest {
    private Trader trader;
    private Market market;

    @BeforeEach
    void logOn(final FixGateway gateway) {
        trader = gateway.trader().logsOn();
        market = new Market(gateway.trader());
    }

    @AfterEach
    void emptyTheBook() {
        market.close();
    }

    @Test
    void shouldSayNewToALimitOrderThatDoesNotTrade() {
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=2900|59=1|60={now}");
        trader.hears(
                "35=8|150=0|39=0|11=A-1|37*|17*|55=ETH-USD|54=1|38=10|44=2900|40=2|59=1|151=10|14=0|6=0|1=ACC-CLIENT");
        cancels("A-1", "39=4|14=0|151=0");
    }

    @Test
    void shouldFillALimitOrderInPartsAtNoWorsePrice() {
        market.offers("2", "3000");
        market.offers("3", "3001");
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=3001|60={now}");
        trader.hears("35=8|150=0|39=0|11=A-1|151=10|14=0|6=0");
        trader.hears("35=8|150=F|39=1|11=A-1|32=2|31=3000|14=2|151=8|6=3000|30=SIMFIX|41-");
        trader.hears("35=8|150=F|39=1|11=A-1|32=3|31=3001|14=5|151=5|6=3000.6");
        market.hasTraded("2", "3000");
        market.hasTraded("3", "3001");
        market.sells("5", "3001");
        trader.hears("35=8|150=F|39=2|11=A-1|32=5|31=3001|14=10|151=0|6=3000.8");
        trader.hearsNothingMore();
    }

    @Test
    void shouldFillAMarketOrder() {
        trader.says("35=D|11=A-1|55=BTC-USD|54=1|38=0.5|40=1|60={now}");
        trader.hears("35=8|150=0|39=0|11=A-1|40=1|44-|151=0.5|14=0|6=0");
        Message fill = trader.hears("35=8|150=F|11=A-1|30*|31*|32*");
        while (!fill.is(39, "2")) {
            fill = trader.hears("35=8|150=F|11=A-1|30*|31*|32*");
        }
        Script.check("14=0.5|151=0|38=0.5", fill);
        trader.hearsNothingMore();
    }

    @Test
    void shouldNeverFillWorseThanTheLimit() {
        trader.says("35=D|11=A-1|55=BTC-USD|54=2|38=20|40=2|44=49500|59=3|60={now}");
        Message report = trader.hears("35=8|150=0|39=0|11=A-1");
        while (!report.is(39, "2") && !report.is(39, "4")) {
            report = trader.hears("35=8|11=A-1");
            if (report.is(150, "F")) {
                assertTrue(report.decimal(31).compareTo(new BigDecimal(49_500)) >= 0, report.toString());
            }
        }
        assertTrue(report.decimal(14).signum() > 0, report.toString());
    }

    @Test
    void shouldCancelWhatAnImmediateOrderDoesNotTradeAtOnce() {
        market.offers("4", "3000");
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=3000|59=3|60={now}");
        trader.hears("35=8|150=0|39=0|11=A-1|59=3");
        trader.hears("35=8|150=F|39=1|11=A-1|32=4|31=3000|14=4|151=6");
        trader.hears("35=8|150=4|39=4|11=A-1|41-|14=4|151=0|6=3000|38=10");
        market.hasTraded("4", "3000");
        trader.hearsNothingMore();
    }

    @Test
    void shouldFillAFillOrKillOrderWholly() {
        market.offers("4", "3000");
        market.offers("6", "3001");
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=3001|59=4|60={now}");
        trader.hears("35=8|150=0|39=0|11=A-1|59=4");
        trader.hears("35=8|150=F|39=1|32=4|31=3000");
        trader.hears("35=8|150=F|39=2|32=6|31=3001|14=10|151=0|6=3000.6");
        market.hasTraded("4", "3000");
        market.hasTraded("6", "3001");
    }

    @Test
    void shouldCancelAFillOrKillOrderWithoutAnyFill() {
        market.offers("4", "3000");
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=3000|59=4|60={now}");
        trader.hears("35=8|150=0|39=0|11=A-1|59=4");
        trader.hears("35=8|150=4|39=4|11=A-1|41-|14=0|151=0|6=0");
        trader.hearsNothingMore();
    }

    /** The venue takes at most 9,000 in one order, which only the venue knows. */
    @Test
    void shouldCancelAnOrderThatItsVenueRefusesThoughNobodyAsked() {
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=9500|40=2|44=1000|60={now}");
        trader.hears("35=8|150=0|39=0|11=A-1");
        trader.hears("35=8|150=4|39=4|11=A-1|41-|14=0|151=0|58*");
        trader.hearsNothingMore();
    }

    @Test
    void shouldRefuseAClOrdIdInUseAndLeaveTheFirstOrderAlone() {
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=2900|60={now}");
        final Message first = trader.hears("35=8|150=0|39=0|11=A-1");
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=20|40=2|44=2901|60={now}");
        trader.hears("35=8|150=8|39=8|103=6|11=A-1|37=NONE|151=0|58~in use");
        trader.says("35=H|11=A-1|55=ETH-USD|54=1");
        trader.hears("35=8|150=I|39=0|38=10|44=2900|37=" + first.value(37));
        cancels("A-1", "37=" + first.value(37));
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=20|40=2|44=2901|60={now}");
        trader.hears("35=8|150=8|39=8|103=6|11=A-1");
    }

    @Test
    void shouldSayTheStatusOfAnOrderThatIsResent() {
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=2900|60={now}");
        final Message first = trader.hears("35=8|150=0|39=0|11=A-1");
        trader.says("35=D|97=Y|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=2900|60={now}");
        trader.hears("35=8|150=I|39=0|11=A-1|37=" + first.value(37) + "|151=10");
        cancels("A-1", "151=0");
        trader.says("35=D|97=Y|11=A-2|55=ETH-USD|54=1|38=7|40=2|44=2900|60={now}");
        trader.hears("35=8|150=0|39=0|11=A-2|38=7");
        cancels("A-2", "151=0");
    }

    @Test
    void shouldSayHowAnOrderStands() {
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=2950|60={now}");
        final Message accepted = trader.hears("35=8|150=0|11=A-1");
        final String order = "|37=" + accepted.value(37) + "|11=A-1|38=10|44=2950";
        status("A-1", "39=0|14=0|151=10|6=0|17=0|790=Q" + order);
        market.sells("4", "2950");
        trader.hears("35=8|150=F|39=1|14=4");
        status("A-1", "39=1|14=4|151=6|6=2950" + order);
        market.sells("6", "2950");
        trader.hears("35=8|150=F|39=2|14=10");
        status("A-1", "39=2|14=10|151=0|6=2950" + order);
        status("A-9", "39=8|37=NONE|11=A-9|14=0|151=0|6=0");
        trader.hearsNothingMore();
    }

    @Test
    void shouldGoOnWorkingAnOrderWhoseClientIsAway() {
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=2950|59=1|60={now}");
        trader.hears("35=8|150=0|11=A-1");
        trader.hangsUp();
        market.sells("3", "2950");
        market.sells("7", "2950");
        final long missed = trader.nextIn;
        trader.connects().says(trader.logon(""));
        trader.hearsAhead("35=A|34=" + (missed + 2));
        trader.says("35=2|7=" + missed + "|16=0");
        trader.hears("35=8|34=" + missed + "|43=Y|150=F|39=1|32=3|14=3|151=7");
        trader.hears("35=8|34=" + (missed + 1) + "|43=Y|150=F|39=2|32=7|14=10|151=0");
        trader.hears("35=4|34=" + (missed + 2) + "|43=Y|123=Y|36=" + (missed + 3));
        trader.hearsNothingMore();
    }

    @Test
    void shouldSayReportsOutstandingAtAResetAgainUnderNewNumbers() {
        trader.says("35=D|11=A-1|55=ETH-USD|54=1|38=10|40=2|44=2950|59=1|60={now}");
        final Message accepted = trader.hears("35=8|150=0|11=A-1");
        trader.hangsUp();
        market.sells("3", "2950");
        trader.nextOut = 1;
        trader.connects().says(trader.logon("141=Y"));
        trader.hears("35=A|34=1|141=Y");
        final Message again = trader.hears("35=8|34=2|97=Y|43-|150=0|11=A-1");
        assertEquals(accepted.value(17), again.value(17));
        assertEquals(accepted.value(60), again.value(60));
        trader.hears("35=8|34=3|97=Y|43-|150=F|39=1|32=3|14=3|151=7");
        trader.hearsNothingMore();
        trader.nextOut = 1;
        trader.says(trader.logon("141=Y"));
        trader.hears("35=A|34=1|141=Y");
        trader.hearsNothingMore();
        cancels("A-1", "14=3");
    }

    private void status(final String clOrdId, final String script) {
        trader.says("35=H|11=" + clOrdId + "|790=Q|55=ETH-USD|54=1");
        trader.hears("35=8|150=I|" + script);
    }

    private void cancels(final String clOrdId, final String script) {
        trader.says("35=F|11=" + clOrdId + "-c|41=" + clOrdId + "|55=ETH-USD|54=1|60={now}");
        trader.hearsInTheEnd("35=8|150=4|39=4|11=" + clOrdId + "-c|41=" + clOrdId + "|" + script);
    }
}
