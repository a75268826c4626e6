package io.weir.venue.agent;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class UnansweredTest {
    private static final long PATIENCE_NS = 100;

    private final Unanswered unanswered = new Unanswered(PATIENCE_NS);

    @Test
    void shouldGiveOrdersWithoutAnswerOnceTheirTimeIsOverOldestFirst() {
        final FollowedOrder first = sent(1, 1_000);
        final FollowedOrder second = sent(2, 1_000);
        final FollowedOrder third = sent(3, 1_050);
        assertNull(unanswered.pollOverdue(1_099));
        assertSame(first, unanswered.pollOverdue(1_100));
        assertSame(second, unanswered.pollOverdue(1_100));
        assertNull(unanswered.pollOverdue(1_149));
        assertSame(third, unanswered.pollOverdue(1_150));
        assertNull(unanswered.pollOverdue(2_000));
    }

    @Test
    void shouldPassOverWhatIsAnsweredInDoubtOrClosed() {
        sent(1, 1_000).state = SendState.ANSWERED;
        final FollowedOrder late = sent(2, 1_000);
        sent(3, 1_000).state = SendState.IN_DOUBT;
        sent(4, 1_000).closed = true;
        assertSame(late, unanswered.pollOverdue(1_100));
        assertNull(unanswered.pollOverdue(1_100));
    }

    @Test
    void shouldBearAClockThatPassesItsEnd() {
        final FollowedOrder order = sent(1, Long.MAX_VALUE - 10);
        assertNull(unanswered.pollOverdue(Long.MIN_VALUE + 10));
        assertSame(order, unanswered.pollOverdue(Long.MIN_VALUE + 89));
    }

    private FollowedOrder sent(final long childOrderId, final long sentNs) {
        final FollowedOrder order = new FollowedOrder(Story.order(childOrderId));
        order.state = SendState.SENT;
        order.sentNs = sentNs;
        unanswered.onSent(order);
        return order;
    }
}
