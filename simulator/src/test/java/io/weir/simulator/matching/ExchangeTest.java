package io.weir.simulator.matching;

import static io.weir.simulator.matching.Side.BUY;
import static io.weir.simulator.matching.Side.SELL;
import static io.weir.simulator.matching.TimeInForce.DAY;
import static io.weir.simulator.matching.TimeInForce.FOK;
import static io.weir.simulator.matching.TimeInForce.GTC;
import static io.weir.simulator.matching.TimeInForce.IOC;
import static io.weir.simulator.matching.Venue.ONE_BTC;
import static io.weir.simulator.matching.Venue.USD;
import static io.weir.simulator.matching.Venue.limit;
import static io.weir.simulator.matching.Venue.market;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private final Venue venue = new Venue(new Fees(1_000, 2_000));

    @Test
    void shouldTradeAtTheMakersPriceAndChargeBothInWhatTheyReceive() {
        final Order maker = venue.place(venue.a, limit("S", SELL, 1, 50_000, GTC));
        final Order taker = venue.place(venue.b, limit("B", BUY, 1, 50_100, GTC));

        assertEquals(List.of("accepted S", "accepted B", "trade S B 100000@5000000"), venue.recorder.collect());
        assertEquals(OrdStatus.FILLED, maker.ordStatus());
        assertEquals(OrdStatus.FILLED, taker.ordStatus());
        final int btc = venue.book.baseAsset();
        final int usd = venue.book.quoteAsset();
        assertEquals(1_050_000 * USD - 50 * USD, venue.a.free(usd));
        assertEquals(101 * USD - USD / 500, venue.b.free(btc));
        assertEquals(950_000 * USD, venue.b.free(usd));
        assertEquals(0, venue.b.locked(usd));
        assertEquals(USD / 500, venue.exchange.feesTaken(btc));
        assertEquals(50 * USD, venue.exchange.feesTaken(usd));
    }

    @Test
    void shouldServeTheBestPriceFirstAndAtOnePriceWhoCameFirst() {
        venue.place(venue.a, limit("late-best", SELL, 1, 50_001, GTC));
        venue.place(venue.a, limit("first", SELL, 1, 50_000, GTC));
        venue.place(venue.a, limit("second", SELL, 1, 50_000, GTC));
        venue.recorder.collect();

        venue.place(venue.b, limit("B", BUY, 2.5, 50_001, GTC));

        assertEquals(
                List.of(
                        "accepted B",
                        "trade first B 100000@5000000",
                        "trade second B 100000@5000000",
                        "trade late-best B 50000@5000100"),
                venue.recorder.collect());
    }

    @Test
    void shouldExpireTheRemainderOfAnIocAndTheWholeOfAnUnfillableFok() {
        venue.place(venue.a, limit("S", SELL, 1, 50_000, GTC));
        venue.recorder.collect();

        final Order fok = venue.place(venue.b, limit("F", BUY, 2, 50_000, FOK));
        final Order ioc = venue.place(venue.b, limit("I", BUY, 2, 50_000, IOC));

        assertEquals(
                List.of("accepted F", "expired F", "accepted I", "trade S I 100000@5000000", "expired I"),
                venue.recorder.collect());
        assertEquals(OrdStatus.EXPIRED, fok.ordStatus());
        assertEquals(OrdStatus.EXPIRED, ioc.ordStatus());
        assertEquals(ONE_BTC, ioc.cumQty());
        assertEquals(0, venue.b.locked(venue.book.quoteAsset()));
    }

    @Test
    void shouldFillAFokThatFits() {
        venue.place(venue.a, limit("S1", SELL, 1, 50_000, GTC));
        venue.place(venue.a, limit("S2", SELL, 1, 50_001, GTC));
        assertEquals(
                OrdStatus.FILLED,
                venue.place(venue.b, limit("F", BUY, 2, 50_001, FOK)).ordStatus());
    }

    @Test
    void shouldExpireAMarketOrderThatFindsNothing() {
        assertEquals(
                OrdStatus.EXPIRED, venue.place(venue.b, market("M", SELL, 1)).ordStatus());
    }

    @Test
    void shouldRefuseWhatBreaksARule() {
        assertEquals(RejectReason.QTY_OUT_OF_RANGE, refuse(limit("1", BUY, 0, 50_000, GTC)));
        assertEquals(RejectReason.QTY_OUT_OF_RANGE, refuse(limit("2", BUY, 10_000, 1, GTC)));
        assertEquals(RejectReason.PRICE_OUT_OF_RANGE, refuse(limit("3", BUY, 1, -1, GTC)));
        assertEquals(RejectReason.PRICE_OUT_OF_RANGE, refuse(limit("4", BUY, 1, 1_000_001, GTC)));
        assertEquals(RejectReason.NOTIONAL_TOO_SMALL, refuse(limit("5", BUY, 0.00001, 50_000, GTC)));
        assertEquals(RejectReason.INSUFFICIENT_BALANCE, refuse(limit("6", BUY, 21, 50_000, GTC)));
        assertEquals(RejectReason.INSUFFICIENT_BALANCE, refuse(market("7", SELL, 101)));
        assertEquals(
                RejectReason.PRICE_OFF_TICK,
                refuse(new NewOrder("ETH-USD", "8", BUY, OrdType.LIMIT, GTC, 300_001, 10_000)));
        assertEquals(
                RejectReason.QTY_OFF_LOT,
                refuse(new NewOrder("ETH-USD", "9", BUY, OrdType.LIMIT, GTC, 300_000, 10_001)));
        assertEquals(List.of(), venue.recorder.collect());
        assertEquals(1_000_000 * USD, venue.a.free(venue.book.quoteAsset()));
    }

    private RejectReason refuse(final NewOrder request) {
        final Order order = venue.place(venue.a, request);
        assertEquals(OrdStatus.REJECTED, order.ordStatus());
        assertNull(venue.a.findByClOrdId(request.clOrdId()));
        return order.rejectReason();
    }

    @Test
    void shouldRefuseAPostOnlyOrderThatWouldTake() {
        venue.place(venue.a, limit("S", SELL, 1, 50_000, GTC));
        final NewOrder takes = new NewOrder("BTC-USD", "P", BUY, OrdType.LIMIT_MAKER, GTC, 50_000_00, ONE_BTC);
        assertEquals(RejectReason.WOULD_TAKE, venue.place(venue.b, takes).rejectReason());
        final NewOrder rests = new NewOrder("BTC-USD", "P", BUY, OrdType.LIMIT_MAKER, GTC, 49_999_99, ONE_BTC);
        assertTrue(venue.place(venue.b, rests).isResting());
    }

    @Test
    void shouldRefuseARepeatedClientIdWhileOpenAndTakeItAgainAfterwards() {
        final Order first = venue.place(venue.a, limit("X", BUY, 1, 40_000, GTC));
        assertEquals(
                RejectReason.DUPLICATE_CLORDID,
                venue.place(venue.a, limit("X", BUY, 1, 40_000, GTC)).rejectReason());
        assertNull(venue.exchange.cancel(first, "C", ++venue.nowMs));
        final Order second = venue.place(venue.a, limit("X", BUY, 1, 40_000, GTC));
        assertNull(second.rejectReason());
        assertNotSame(first, second);
        assertSame(second, venue.a.findByClOrdId("X"));
        venue.exchange.cancel(second, "C2", ++venue.nowMs);
        final Order third = venue.exchange.place(venue.a, limit("X", BUY, 1, 40_000, GTC), true, ++venue.nowMs);
        assertEquals(RejectReason.DUPLICATE_CLORDID, third.rejectReason());
    }

    @Test
    void shouldCancelOnceAndGiveTheMoneyBack() {
        final Order order = venue.place(venue.a, limit("X", BUY, 1, 40_000, GTC));
        assertEquals(40_000 * USD, venue.a.locked(venue.book.quoteAsset()));
        assertNull(venue.exchange.cancel(order, "C", ++venue.nowMs));
        assertEquals(RejectReason.ORDER_CLOSED, venue.exchange.cancel(order, "C2", ++venue.nowMs));
        assertEquals(0, venue.a.locked(venue.book.quoteAsset()));
        assertEquals(OrdStatus.CANCELED, order.ordStatus());
        assertEquals(0, venue.book.side(BUY).levels());
    }

    @Test
    void shouldKeepThePlaceOnlyWhenTheQuantityFalls() {
        final Order first = venue.place(venue.a, limit("1", SELL, 2, 50_000, GTC));
        final Order second = venue.place(venue.a, limit("2", SELL, 2, 50_000, GTC));
        assertNull(venue.exchange.replace(first, "1b", 50_000_00, ONE_BTC, ++venue.nowMs));
        venue.recorder.collect();
        venue.place(venue.b, limit("B", BUY, 1, 50_000, IOC));
        assertEquals(List.of("accepted B", "trade 1b B 100000@5000000"), venue.recorder.collect());

        final Order third = venue.place(venue.a, limit("3", SELL, 1, 50_000, GTC));
        assertNull(venue.exchange.replace(second, "2b", 50_000_00, 3 * ONE_BTC, ++venue.nowMs));
        venue.recorder.collect();
        venue.place(venue.b, limit("B2", BUY, 2, 50_000, IOC));
        assertEquals(
                List.of("accepted B2", "trade 3 B2 100000@5000000", "trade 2b B2 100000@5000000"),
                venue.recorder.collect());
        assertEquals(OrdStatus.FILLED, third.ordStatus());
        assertSame(second, venue.a.findByClOrdId("2"));
        assertSame(second, venue.a.findByClOrdId("2b"));
    }

    @Test
    void shouldTradeAReplacedOrderThatNowCrosses() {
        venue.place(venue.a, limit("S", SELL, 1, 50_000, GTC));
        final Order buy = venue.place(venue.b, limit("B", BUY, 1, 49_000, GTC));
        venue.recorder.collect();
        assertNull(venue.exchange.replace(buy, "B2", 50_000_00, ONE_BTC, ++venue.nowMs));
        assertEquals(List.of("replaced B by B2", "trade S B2 100000@5000000"), venue.recorder.collect());
        assertEquals(OrdStatus.FILLED, buy.ordStatus());
    }

    @Test
    void shouldRefuseAReplaceThatBreaksARule() {
        venue.place(venue.a, limit("S", SELL, 1, 50_000, GTC));
        final Order buy = venue.place(venue.b, limit("B", BUY, 2, 50_000, GTC));
        final Exchange exchange = venue.exchange;
        assertEquals(RejectReason.QTY_NOT_ABOVE_CUMQTY, exchange.replace(buy, "1", 50_000_00, ONE_BTC, 1));
        assertEquals(RejectReason.PRICE_OUT_OF_RANGE, exchange.replace(buy, "1", 0, 2 * ONE_BTC, 1));
        assertEquals(RejectReason.INSUFFICIENT_BALANCE, exchange.replace(buy, "1", 50_000_00, 100 * ONE_BTC, 1));
        assertEquals(RejectReason.DUPLICATE_CLORDID, exchange.replace(buy, "B", 50_000_00, 3 * ONE_BTC, 1));
        exchange.cancel(buy, "C", 1);
        assertEquals(RejectReason.ORDER_CLOSED, exchange.replace(buy, "1", 50_000_00, 3 * ONE_BTC, 1));
    }

    @Test
    void shouldExpireDayOrdersAtTheEndOfTheDay() {
        final Order day = venue.place(venue.a, limit("D", BUY, 1, 40_000, DAY));
        final Order gtc = venue.place(venue.a, limit("G", BUY, 1, 40_000, GTC));
        venue.exchange.expireDayOrders(day.createdMs(), ++venue.nowMs);
        assertEquals(OrdStatus.NEW, day.ordStatus());
        venue.exchange.expireDayOrders(day.createdMs() + 1, ++venue.nowMs);
        assertEquals(OrdStatus.EXPIRED, day.ordStatus());
        assertEquals(OrdStatus.NEW, gtc.ordStatus());
    }

    @Test
    void shouldBoundOpenAndForgetOldClosedOrders() {
        final Venue small = new Venue(new Fees(0, 0), new ExchangeLimits(2, 1, 1L << 33, 1));
        final Order one = small.place(small.a, limit("1", BUY, 1, 1_000, GTC));
        final Order two = small.place(small.a, limit("2", BUY, 1, 1_000, GTC));
        assertEquals(1L << 33, one.orderId());
        assertEquals(
                RejectReason.TOO_MANY_OPEN_ORDERS,
                small.place(small.a, limit("3", BUY, 1, 1_000, GTC)).rejectReason());
        small.exchange.cancel(one, "c1", 1);
        assertSame(one, small.exchange.order(one.orderId()));
        small.exchange.cancel(two, "c2", 1);
        assertNull(small.exchange.order(one.orderId()));
        assertNull(small.a.findByClOrdId("1"));
        assertSame(two, small.a.findByClOrdId("2"));
        assertEquals(1, small.exchange.forgottenOrders());
    }

    @Test
    void shouldTradeTheHousesQuoteAgainstARestingCustomerOrderAndNeverAgainstItself() {
        final Order buy = venue.place(venue.a, limit("B", BUY, 1, 50_000, GTC));
        venue.exchange.quote(venue.book, BUY, 49_999_00, ONE_BTC, 1);
        venue.exchange.quote(venue.book, SELL, 49_999_00, 3 * ONE_BTC, 2);
        assertEquals(OrdStatus.FILLED, buy.ordStatus());
        assertEquals(0, venue.exchange.quoted(venue.book, BUY, 49_999_00));
        assertEquals(2 * ONE_BTC, venue.exchange.quoted(venue.book, SELL, 49_999_00));
        venue.exchange.quote(venue.book, SELL, 49_999_00, ONE_BTC, 3);
        assertEquals(ONE_BTC, venue.book.side(SELL).qtyAt(49_999_00));
        venue.exchange.quote(venue.book, SELL, 49_999_00, 0, 4);
        assertEquals(0, venue.book.side(SELL).levels());
    }
}
