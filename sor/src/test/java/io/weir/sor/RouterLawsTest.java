package io.weir.sor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.fix.Side;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every plan, over seeded random questions. A failure names its seed. */
class RouterLawsTest {
    private static final int QUESTIONS = 4_000;

    private final RouteRequest request = new RouteRequest();
    private final RoutePlan plan = new RoutePlan();
    private final Router router = new Router();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldKeepWithinQuantityMoneyLotAndMinimums(final long seed) {
        final Random random = new Random(seed);
        for (int n = 0; n < QUESTIONS; n++) {
            final RoutingPolicy policy = Questions.policy(random);
            Questions.fill(request, random);
            router.route(request, policy, plan);
            final String where = "seed " + seed + " question " + n;
            checkSums(policy, where);
            for (int i = 0; i < plan.venues(); i++) {
                checkPart(i, where);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void shouldAnswerTheSameQuestionTheSame(final long seed) {
        final RouteRequest again = new RouteRequest();
        final RoutePlan planAgain = new RoutePlan();
        final Random random = new Random(seed);
        final Random twin = new Random(seed);
        for (int n = 0; n < QUESTIONS; n++) {
            final RoutingPolicy policy = Questions.policy(random);
            Questions.fill(request, random);
            router.route(request, policy, plan);
            final RoutingPolicy policyAgain = Questions.policy(twin);
            Questions.fill(again, twin);
            new Router().route(again, policyAgain, planAgain);
            assertEquals(text(plan), text(planAgain), "seed " + seed + " question " + n);
        }
    }

    private void checkSums(final RoutingPolicy policy, final String where) {
        long placed = 0;
        int used = 0;
        for (int i = 0; i < plan.venues(); i++) {
            placed += plan.qty(i);
            used += plan.qty(i) > 0 ? 1 : 0;
            assertEquals(plan.qty(i) > 0, plan.reason(i).isChosen(), where);
            assertTrue(plan.score(i) >= 0 && plan.score(i) <= RoutingPolicy.WHOLE, where);
        }
        assertEquals(request.qty, placed + plan.unplacedQty(), where);
        assertTrue(used <= policy.maxVenues(), where);
        assertTrue(!request.wholly || used == 0 || placed == request.qty && used == 1, where);
        assertEquals(plan.isWhole() || plan.venues() == 0, plan.shortfall() == null, where);
    }

    private void checkPart(final int i, final String where) {
        final long qty = plan.qty(i);
        if (qty == 0) {
            return;
        }
        final VenueRules rules = request.rules[i];
        assertEquals(0, qty % rules.lotSize(), where);
        assertEquals(0, plan.px(i) % rules.tickSize(), where);
        assertTrue(qty >= rules.minQty() && qty * plan.px(i) >= rules.minNotional(), where);
        assertTrue(request.buy ? plan.px(i) <= request.px : plan.px(i) >= request.px, where);
        final long need = request.buy ? Costs.withFee(qty, plan.px(i), rules.takerFeePpm()) : qty;
        assertTrue(need >= 0 && need <= request.available[i], where);
    }

    private static String text(final RoutePlan plan) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < plan.venues(); i++) {
            text.append(plan.venueId(i))
                    .append(' ')
                    .append(plan.qty(i))
                    .append('@')
                    .append(plan.px(i));
            text.append(' ')
                    .append(plan.score(i))
                    .append(' ')
                    .append(plan.reason(i).text())
                    .append('\n');
        }
        return text.append(plan.unplacedQty()).append(plan.shortfall()).toString();
    }

    /** Random questions, small numbers and extreme ones. */
    static final class Questions {
        private static final RouteReason[] OUT = {
            RouteReason.NOT_CONNECTED, RouteReason.SUSPENDED, RouteReason.BREAKER_OPEN, RouteReason.KILLED
        };

        private Questions() {}

        static RoutingPolicy policy(final Random random) {
            final int price = random.nextInt(10_001);
            final int latency = random.nextInt(10_001 - price);
            final int reliability = random.nextInt(10_001 - price - latency);
            final int liquidity = 10_000 - price - latency - reliability;
            return new RoutingPolicy(price, latency, reliability, liquidity, 1 + random.nextInt(4), 3);
        }

        static void fill(final RouteRequest request, final Random random) {
            final boolean extreme = random.nextInt(20) == 0;
            final long px = extreme ? 1 + random.nextInt(3) * 1_000_000_000_000L : 4_900_000 + random.nextInt(200_000);
            final long qty = 1 + (extreme ? random.nextInt(1_000_000) : random.nextInt(2_000));
            request.order(
                    random.nextBoolean() ? Side.BUY : Side.SELL,
                    qty,
                    px,
                    random.nextInt(5) == 0,
                    random.nextInt(6) == 0);
            final int venues = random.nextInt(21);
            for (int i = 1; i <= venues; i++) {
                if (random.nextInt(6) == 0) {
                    request.leaveOut(i, OUT[random.nextInt(OUT.length)]);
                } else {
                    request.offer(
                            i,
                            rules(random),
                            book(random, request.buy, px),
                            free(random, qty, px),
                            random.nextInt(5) * 1_000_000L,
                            random.nextInt(10_001));
                }
            }
        }

        private static VenueRules rules(final Random random) {
            final long tick = random.nextInt(4) == 0 ? 1 + random.nextInt(50) : 1;
            final long lot = 1 + random.nextInt(3) * 5L;
            return new VenueRules(
                    tick,
                    lot,
                    random.nextInt(100),
                    random.nextInt(3) * 50_000_000L,
                    random.nextInt(2_000),
                    random.nextInt(3_000));
        }

        private static long free(final Random random, final long qty, final long px) {
            final long whole = Costs.withFee(qty, px, 3_000);
            return switch (random.nextInt(5)) {
                case 0 -> random.nextInt(1_000);
                case 1 -> Math.max(0, whole / 2);
                case 2 -> -5;
                default -> Costs.MAX_AMOUNT;
            };
        }

        private static BookSide book(final Random random, final boolean asks, final long px) {
            final BookSide side = new BookSide();
            long at = px + (random.nextInt(2_000) - 1_000);
            for (int level = random.nextInt(12); level > 0 && at > 100; level--) {
                side.add(at, 1 + random.nextInt(500));
                at += (asks ? 1 : -1) * (1 + random.nextInt(50));
            }
            return side;
        }
    }
}
