package io.weir.sor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.fix.Side;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final RoutingPolicy TWO_VENUES = new RoutingPolicy(4_000, 2_000, 3_000, 1_000, 2, 3);
    private static final RoutingPolicy ONE_VENUE = new RoutingPolicy(4_000, 2_000, 3_000, 1_000, 1, 3);
    private static final VenueRules RULES = new VenueRules(1, 10, 10, 0, 1_000, 1_000);
    private static final long PLENTY = Costs.MAX_AMOUNT;

    private final Router router = new Router();
    private final RouteRequest request = new RouteRequest();
    private final RoutePlan plan = new RoutePlan();

    @Test
    void shouldGiveAllToTheCheaperVenueWhenElseEqual() {
        buy(100, 5_000_000);
        offer(1, book(5_000_000, 1_000), PLENTY);
        offer(2, book(4_999_000, 1_000), PLENTY);
        router.route(request, TWO_VENUES, plan);
        assertEquals(100, plan.qty(1));
        assertEquals(RouteReason.BEST_SCORE, plan.reason(1));
        assertEquals(RouteReason.OUTSCORED, plan.reason(0));
        assertTrue(plan.isWhole());
    }

    @Test
    void shouldCountTheFeeIntoThePrice() {
        buy(100, 5_000_000);
        request.offer(1, new VenueRules(1, 10, 10, 0, 0, 4_000), book(4_990_000, 1_000), PLENTY, 1_000, 10_000);
        request.offer(2, new VenueRules(1, 10, 10, 0, 0, 0), book(4_999_000, 1_000), PLENTY, 1_000, 10_000);
        router.route(request, ONE_VENUE, plan);
        assertEquals(100, plan.qty(1));
    }

    @Test
    void shouldPreferFastAndReliableWhenPricesAreEqual() {
        buy(100, 5_000_000);
        request.offer(1, RULES, book(5_000_000, 1_000), PLENTY, 9_000_000, 9_000);
        request.offer(2, RULES, book(5_000_000, 1_000), PLENTY, 3_000_000, 10_000);
        router.route(request, ONE_VENUE, plan);
        assertEquals(100, plan.qty(1));
        assertTrue(plan.score(1) > plan.score(0));
    }

    @Test
    void shouldSpreadOverWhatVenuesShowWithinTheLimit() {
        buy(1_000, 5_000_000);
        offer(1, book(4_999_000, 600, 5_000_000, 100, 5_000_001, 9_000), PLENTY);
        offer(2, book(5_000_000, 200), PLENTY);
        router.route(request, TWO_VENUES, plan);
        assertEquals(200, plan.qty(1));
        assertEquals(800, plan.qty(0));
        assertEquals(RouteReason.NEXT_SCORE, plan.reason(1));
    }

    @Test
    void shouldRestWhereTheScoreIsBestWhenNothingTradesAtOnce() {
        sell(1_000, 5_100_000);
        offer(1, book(5_000_000, 100), 1_000);
        offer(2, book(5_000_000, 50), 1_000);
        router.route(request, TWO_VENUES, plan);
        assertEquals(1_000, plan.qty(0));
    }

    @Test
    void shouldTakeTheRestToTheNextVenueWhenMoneyEnds() {
        sell(1_000, 5_100_000);
        offer(1, book(5_000_000, 100), 305);
        offer(2, book(5_000_000, 50), 900);
        router.route(request, TWO_VENUES, plan);
        assertEquals(300, plan.qty(0));
        assertEquals(700, plan.qty(1));
        assertTrue(plan.isWhole());
    }

    @Test
    void shouldSayThatMoneyIsShort() {
        buy(1_000, 5_000_000);
        offer(1, book(), Costs.withFee(400, 5_000_000, 1_000));
        router.route(request, TWO_VENUES, plan);
        assertEquals(400, plan.qty(0));
        assertEquals(600, plan.unplacedQty());
        assertEquals(RouteReason.BALANCE_TOO_LOW, plan.shortfall());
    }

    @Test
    void shouldSayThatNoVenueIsConnected() {
        buy(1_000, 5_000_000);
        request.leaveOut(1, RouteReason.NOT_CONNECTED);
        request.leaveOut(2, RouteReason.SUSPENDED);
        router.route(request, TWO_VENUES, plan);
        assertEquals(1_000, plan.unplacedQty());
        assertEquals(RouteReason.SUSPENDED, plan.shortfall());
    }

    @Test
    void shouldHaveNoReasonWhenNoVenueWasNamed() {
        buy(1_000, 5_000_000);
        router.route(request, TWO_VENUES, plan);
        assertNull(plan.shortfall());
        assertEquals(1_000, plan.unplacedQty());
    }

    @Test
    void shouldLeaveOutVenuesWhoseTickLotOrMinimumDoesNotFit() {
        buy(1_000, 5_000_005);
        request.offer(1, new VenueRules(10, 10, 10, 0, 0, 0), book(), PLENTY, 0, 10_000);
        request.offer(2, new VenueRules(1, 3_000, 1, 0, 0, 0), book(), PLENTY, 0, 10_000);
        request.offer(3, new VenueRules(1, 10, 1_001, 0, 0, 0), book(), PLENTY, 0, 10_000);
        request.offer(4, new VenueRules(1, 10, 10, 5_000_005_001L, 0, 0), book(), PLENTY, 0, 10_000);
        router.route(request, TWO_VENUES, plan);
        assertEquals(RouteReason.TICK, plan.reason(0));
        assertEquals(RouteReason.LOT, plan.reason(1));
        assertEquals(RouteReason.BELOW_MINIMUM, plan.reason(2));
        assertEquals(RouteReason.BELOW_MINIMUM, plan.reason(3));
        assertEquals(1_000, plan.unplacedQty());
    }

    @Test
    void shouldBringAProtectionPriceInwardsToTheTick() {
        request.order(Side.BUY, 1_000, 5_000_005, true, false);
        request.offer(1, new VenueRules(10, 10, 10, 0, 0, 0), book(), PLENTY, 0, 10_000);
        router.route(request, TWO_VENUES, plan);
        assertEquals(5_000_000, plan.px(0));
        request.order(Side.SELL, 1_000, 5_000_005, true, false);
        request.offer(1, new VenueRules(10, 10, 10, 0, 0, 0), book(), PLENTY, 0, 10_000);
        router.route(request, TWO_VENUES, plan);
        assertEquals(5_000_010, plan.px(0));
    }

    @Test
    void shouldSendAFillOrKillWhollyToOneVenueThatShowsIt() {
        request.order(Side.BUY, 1_000, 5_000_000, false, true);
        request.offer(1, RULES, book(4_990_000, 900), PLENTY, 1_000, 10_000);
        request.offer(2, RULES, book(5_000_000, 1_000), PLENTY, 9_000, 9_000);
        router.route(request, TWO_VENUES, plan);
        assertEquals(0, plan.qty(0));
        assertEquals(1_000, plan.qty(1));
    }

    @Test
    void shouldPlaceNoPartOfAFillOrKill() {
        request.order(Side.SELL, 1_000, 5_000_000, false, true);
        offer(1, book(5_000_000, 900), 900);
        offer(2, book(5_000_000, 900), 900);
        router.route(request, TWO_VENUES, plan);
        assertEquals(1_000, plan.unplacedQty());
        assertEquals(RouteReason.BALANCE_TOO_LOW, plan.reason(0));
    }

    @Test
    void shouldCountWhatABookShowsInAllLevels() {
        final BookSide side = book(10_000, 3, 10_001, 4);
        assertEquals(7, side.shown());
        side.add(10_002, Long.MAX_VALUE);
        assertEquals(Costs.MAX_AMOUNT, side.shown());
        side.clear();
        assertEquals(0, side.shown());
    }

    @Test
    void shouldBreakTiesByBookThenByVenueId() {
        buy(100, 5_000_000);
        offer(3, book(), PLENTY);
        offer(7, book(), PLENTY);
        router.route(request, ONE_VENUE, plan);
        assertEquals(100, plan.qty(0));
        buy(100, 4_000_000);
        offer(3, book(5_000_001, 500), PLENTY);
        offer(7, book(5_000_000, 500), PLENTY);
        router.route(request, ONE_VENUE, plan);
        assertEquals(100, plan.qty(1));
    }

    private void buy(final long qty, final long px) {
        request.order(Side.BUY, qty, px, false, false);
    }

    private void sell(final long qty, final long px) {
        request.order(Side.SELL, qty, px, false, false);
    }

    private void offer(final int venueId, final BookSide book, final long free) {
        request.offer(venueId, RULES, book, free, 1_000, 10_000);
    }

    private static BookSide book(final long... pxAndQty) {
        final BookSide side = new BookSide();
        for (int i = 0; i < pxAndQty.length; i += 2) {
            side.add(pxAndQty[i], pxAndQty[i + 1]);
        }
        return side;
    }
}
