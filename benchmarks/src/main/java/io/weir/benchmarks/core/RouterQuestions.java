package io.weir.benchmarks.core;

import io.weir.protocol.fix.Side;
import io.weir.sor.BookSide;
import io.weir.sor.RoutePlan;
import io.weir.sor.RouteRequest;
import io.weir.sor.Router;
import io.weir.sor.RoutingPolicy;
import io.weir.sor.VenueRules;
import java.util.SplittableRandom;

/** Questions for the router, equal at every run: orders of many sizes, each with a book of ten levels at every venue. */
public final class RouterQuestions {
    private static final int QUESTIONS = 64;
    private static final int LEVELS = 10;
    private static final long MIDDLE_PX = 5_000_000;
    private static final long MUCH = 1L << 60;
    private static final RoutingPolicy POLICY = RoutingPolicy.INITIAL;

    private final RouteRequest[] requests = new RouteRequest[QUESTIONS];
    private final Router router = new Router();
    private final RoutePlan plan = new RoutePlan();
    private final SplittableRandom random = new SplittableRandom(1);
    private int next;

    /**
     * Makes the questions.
     *
     * @param venues in each, 1 to 32.
     */
    public RouterQuestions(final int venues) {
        for (int i = 0; i < QUESTIONS; i++) {
            requests[i] = request(i % 2 == 0 ? Side.BUY : Side.SELL, venues);
        }
    }

    /**
     * Has the router answer the next question.
     *
     * @return what could not be placed, so that no work can be left out.
     */
    public long routeNext() {
        router.route(requests[next++ & QUESTIONS - 1], POLICY, plan);
        return plan.unplacedQty();
    }

    private RouteRequest request(final Side side, final int venues) {
        final RouteRequest request = new RouteRequest();
        request.order(side, random.nextInt(1_000, 101_000), MIDDLE_PX + random.nextInt(-1_000, 1_000), false, false);
        for (int id = 1; id <= venues; id++) {
            request.offer(
                    id,
                    new VenueRules(1, 10, 10, 0, 1_000, 1_000 + id * 10),
                    book(side),
                    MUCH,
                    random.nextInt(1_000_000, 6_000_000),
                    random.nextInt(9_000, 10_000));
        }
        return request;
    }

    private BookSide book(final Side side) {
        final BookSide book = new BookSide();
        long px = MIDDLE_PX + random.nextInt(-300, 300);
        for (int level = 0; level < LEVELS; level++) {
            book.add(px, random.nextInt(100, 5_100));
            px += (side == Side.BUY ? 1 : -1) * random.nextInt(1, 31);
        }
        return book;
    }
}
