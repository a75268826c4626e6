package io.weir.venue.agent;

import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.VenueCounters;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers operators' questions about a venue. {@link #ask} is for any thread, the rest for the agent's. */
final class ReviewDesk {
    private final VenueConfig config;
    private final VenueAdapter adapter;
    private final FollowedOrders orders;
    private final UnknownOrders unknown;
    private final OrderSender sender;
    private final VenueLink link;
    private final VenueCounters counters;
    private final Queue<Question> questions = new ConcurrentLinkedQueue<>();

    ReviewDesk(
            final VenueConfig config,
            final VenueAdapter adapter,
            final FollowedOrders orders,
            final UnknownOrders unknown,
            final OrderSender sender,
            final VenueLink link,
            final VenueCounters counters) {
        this.config = config;
        this.adapter = adapter;
        this.orders = orders;
        this.unknown = unknown;
        this.sender = sender;
        this.link = link;
        this.counters = counters;
    }

    CompletableFuture<VenueReview> ask(final boolean cancelUnknown) {
        final Question question = new Question(cancelUnknown, new CompletableFuture<>());
        questions.add(question);
        return question.answer;
    }

    /**
     * Answers what was asked.
     *
     * @param agent whose venue it is.
     * @return how many were answered.
     */
    int doWork(final VenueAgent agent) {
        int answered = 0;
        for (Question question = questions.poll(); question != null; question = questions.poll()) {
            question.answer.complete(review(agent));
            if (question.cancelUnknown && link.isReconciled() && !unknown.isEmpty()) {
                unknown.cancel(adapter, sender);
                link.askAgain();
            }
            answered++;
        }
        return answered;
    }

    private VenueReview review(final VenueAgent agent) {
        int inDoubt = 0;
        for (final Iterator<FollowedOrder> all = orders.iterator(); all.hasNext(); ) {
            final FollowedOrder order = all.next();
            inDoubt += order.state == SendState.IN_DOUBT || order.inquiry != null ? 1 : 0;
            inDoubt += order.replace != null && order.replaceState == SendState.IN_DOUBT ? 1 : 0;
        }
        return new VenueReview(
                config.name(),
                link.isReconciled(),
                agent.state(),
                agent.stateText(),
                orders.size(),
                inDoubt,
                counters.fills.get(),
                unknown.all());
    }

    /** The agent ends: nobody answers any more. */
    void close() {
        for (Question question = questions.poll(); question != null; question = questions.poll()) {
            question.answer.completeExceptionally(new IllegalStateException("the venue's edge has ended"));
        }
    }

    private record Question(boolean cancelUnknown, CompletableFuture<VenueReview> answer) {}
}
