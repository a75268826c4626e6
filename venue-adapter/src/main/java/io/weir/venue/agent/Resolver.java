package io.weir.venue.agent;

import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.decimal.Decimal;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.VenueCounters;
import io.weir.venue.report.QueryAnswered;
import java.util.Iterator;

/**
 * Asks for what is in doubt until the venue proves what became of it. "Not known" counts only as the answer to a question
 * that was put after the venue's visibility window; no answer proves nothing, and the question is put again, less and less
 * often. Nothing is ever sent again.
 */
final class Resolver {
    /** How soon to come back to a question that the rate budget held back: some duty cycles. */
    private static final long THROTTLED_NS = 20_000_000L;

    private final VenueConfig config;
    private final VenueAdapter adapter;
    private final Deadlines deadlines;
    private final OrderNews news;
    private final VenueHealth health;
    private final VenueCounters counters;
    private final WallClock wallClock;
    private final Unanswered unanswered;
    private final String noAnswer;
    private boolean mayAsk;

    Resolver(
            final VenueConfig config,
            final VenueAdapter adapter,
            final Deadlines deadlines,
            final OrderNews news,
            final VenueHealth health,
            final VenueCounters counters,
            final WallClock wallClock) {
        this.config = config;
        this.adapter = adapter;
        this.deadlines = deadlines;
        this.news = news;
        this.health = health;
        this.counters = counters;
        this.wallClock = wallClock;
        unanswered = new Unanswered(config.answerTimeoutNs());
        noAnswer = "no answer in " + config.answerTimeoutNs() / 1_000_000 + " ms";
    }

    /** Whether a connection is up and reconciled. */
    void mayAsk(final boolean allowed) {
        mayAsk = allowed;
    }

    /** An order has left: if no answer comes in time, it is in doubt. */
    void onOrderSent(final FollowedOrder order) {
        health.onSent();
        unanswered.onSent(order);
    }

    /**
     * Looks for the answer to the oldest order without one.
     *
     * @return false if none is late.
     */
    boolean doubtOverdue(final long nowNs) {
        final FollowedOrder order = unanswered.pollOverdue(nowNs);
        if (order == null) {
            return false;
        }
        health.onUnanswered();
        doubtOrder(order, noAnswer, nowNs);
        return true;
    }

    /** A replace has left: if no answer comes in time, it is in doubt. */
    void onReplaceSent(final FollowedOrder order, final long nowNs) {
        health.onSent();
        final int revision = order.replace.revision();
        deadlines.set(nowNs + config.answerTimeoutNs(), dueNs -> onReplaceDue(order, revision, dueNs));
    }

    private void onReplaceDue(final FollowedOrder order, final int revision, final long nowNs) {
        if (order.replace != null && order.replace.revision() == revision && order.replaceState == SendState.SENT) {
            health.onUnanswered();
            doubtReplace(order, noAnswer, nowNs);
        }
    }

    /** The order may have left: asks until the venue proves. */
    void doubtOrder(final FollowedOrder order, final String text, final long nowNs) {
        final long sentNs = order.state == SendState.SENT ? order.sentNs : nowNs;
        order.state = SendState.IN_DOUBT;
        news.inDoubt(order, text);
        begin(order, sentNs, nowNs);
    }

    /** The replace may have left: asks until the venue proves. */
    void doubtReplace(final FollowedOrder order, final String text, final long nowNs) {
        final long sentNs = order.replaceState == SendState.SENT ? order.replaceSentNs : nowNs;
        order.replaceState = SendState.IN_DOUBT;
        news.inDoubt(order, text);
        order.replaceInquiry = new Inquiry(order, true, sentNs + config.visibilityWindowNs());
        schedule(order.replaceInquiry, nowNs);
    }

    /** The order is at the venue or was, but something of it is missing. */
    void verify(final FollowedOrder order, final long nowNs) {
        if (order.inquiry == null) {
            begin(order, nowNs, nowNs);
        }
    }

    /** Asks at once for what is being asked for: the connection is new. */
    void askAgain(final FollowedOrder order, final long nowNs) {
        if (order.inquiry != null) {
            schedule(order.inquiry, nowNs);
        }
        if (order.replaceInquiry != null) {
            schedule(order.replaceInquiry, nowNs);
        }
    }

    private void begin(final FollowedOrder order, final long sentNs, final long nowNs) {
        order.inquiry = new Inquiry(order, false, sentNs + config.visibilityWindowNs());
        schedule(order.inquiry, nowNs);
    }

    /** The transport proves that the venue never took it; one question confirms it. */
    void neverReceived(final FollowedOrder order, final boolean replace, final String text, final long nowNs) {
        if (replace) {
            if (order.replaceState == SendState.SENT) {
                doubtReplace(order, text, nowNs);
            }
            if (order.replaceInquiry != null) {
                order.replaceInquiry.neverReceived = true;
                schedule(order.replaceInquiry, nowNs);
            }
        } else if (order.state == SendState.SENT || order.state == SendState.IN_DOUBT) {
            if (order.state == SendState.SENT) {
                doubtOrder(order, text, nowNs);
            }
            order.inquiry.neverReceived = true;
            schedule(order.inquiry, nowNs);
        }
    }

    private void schedule(final Inquiry inquiry, final long atNs) {
        final int turn = inquiry.nextTurn();
        deadlines.set(atNs, nowNs -> {
            if (inquiry.isLive() && inquiry.isTurn(turn)) {
                ask(inquiry, nowNs);
            }
        });
    }

    private void ask(final Inquiry inquiry, final long nowNs) {
        if (!mayAsk) {
            schedule(inquiry, nowNs + config.queryIntervalNs());
            return;
        }
        final long sentTimeNs = wallClock.timeNs() - (nowNs - inquiry.absentCountsFromNs + config.visibilityWindowNs());
        final FollowedOrder order = inquiry.order;
        if (adapter.tryQuery(inquiry.ofReplace ? order.toReplaceQuery(sentTimeNs) : order.toQuery(sentTimeNs))) {
            counters.queriesSent.incrementAndGet();
            inquiry.onAsked(nowNs);
            schedule(inquiry, inquiry.nextNs(nowNs, config.queryIntervalNs()));
        } else {
            schedule(inquiry, nowNs + THROTTLED_NS);
        }
    }

    /** The connection is gone, and with it the answers to what was asked. */
    void onDisconnected(final Iterator<FollowedOrder> orders) {
        while (orders.hasNext()) {
            final FollowedOrder order = orders.next();
            if (order.inquiry != null) {
                order.inquiry.onDisconnected();
            }
            if (order.replaceInquiry != null) {
                order.replaceInquiry.onDisconnected();
            }
        }
    }

    /** The venue answers for an order, or for the whole of a reconciliation. */
    void onAnswered(final FollowedOrder order, final QueryAnswered answer, final long nowNs) {
        if (order.isReplaceId(answer.venueClOrdId())) {
            onReplaceAnswered(order, answer, nowNs);
        } else {
            onOrderAnswered(order, answer, nowNs);
        }
    }

    private void onOrderAnswered(final FollowedOrder order, final QueryAnswered answer, final long nowNs) {
        final boolean absentCounts = order.inquiry != null && order.inquiry.onAnswered();
        switch (answer.presence()) {
            case OPEN:
                news.accepted(order, answer.venueOrderId());
                settleFills(order, answer, nowNs);
                break;
            case CANCELED:
                closed(order, VenueClosedAs.CANCELED, answer, nowNs);
                break;
            case EXPIRED:
                closed(order, VenueClosedAs.EXPIRED, answer, nowNs);
                break;
            case FILLED:
                closed(order, VenueClosedAs.FILLED, answer, nowNs);
                break;
            case REFUSED:
                refused(order, answer, nowNs);
                break;
            case ABSENT:
                absent(order, absentCounts, answer, nowNs);
                break;
            default:
                break;
        }
    }

    /** The adapter has handed on all fills that the answer speaks of, or it would not have answered. */
    private void settleFills(final FollowedOrder order, final QueryAnswered answer, final long nowNs) {
        if (answer.cumQty().isPresent()) {
            order.cumQty = Math.max(order.cumQty, OrderNews.atScale(answer.cumQty(), order.qtyScale));
        }
        order.inquiry = null;
        if (order.seenCumQty > order.cumQty) {
            verify(order, nowNs);
        }
    }

    private void closed(
            final FollowedOrder order, final VenueClosedAs closedAs, final QueryAnswered answer, final long nowNs) {
        settleFills(order, answer, nowNs);
        news.closed(order, closedAs, answer.cumQty(), VenueTexts.text(answer.text()));
    }

    private void refused(final FollowedOrder order, final QueryAnswered answer, final long nowNs) {
        if (order.state == SendState.ANSWERED) {
            closed(order, VenueClosedAs.CANCELED, answer, nowNs);
        } else {
            news.rejected(order, VenueRejectReason.REFUSED, VenueTexts.text(answer.text()));
        }
    }

    private void absent(final FollowedOrder order, final boolean counts, final QueryAnswered answer, final long nowNs) {
        if (order.state == SendState.SENT) {
            doubtOrder(order, "not known to the venue yet", nowNs);
        } else if (order.state == SendState.ANSWERED && order.inquiry == null) {
            verify(order, nowNs);
        } else if (counts && order.state == SendState.IN_DOUBT) {
            final boolean never = order.inquiry.neverReceived;
            news.rejected(
                    order,
                    never ? VenueRejectReason.NOT_SENT : VenueRejectReason.ABSENT,
                    VenueTexts.text(
                            never ? "never received by the venue" : "not known to the venue: " + answer.text()));
        } else if (counts && order.closed) {
            news.end(order);
        } else if (counts) {
            news.closed(order, VenueClosedAs.CANCELED, Decimal.ABSENT, "no longer known to the venue");
        }
    }

    private void onReplaceAnswered(final FollowedOrder order, final QueryAnswered answer, final long nowNs) {
        final boolean absentCounts = order.replaceInquiry != null && order.replaceInquiry.onAnswered();
        switch (answer.presence()) {
            case OPEN:
                news.replaced(order, answer.venueOrderId());
                settleFills(order, answer, nowNs);
                break;
            case CANCELED:
            case EXPIRED:
            case FILLED:
                news.replaced(order, answer.venueOrderId());
                onOrderAnswered(order, answer, nowNs);
                break;
            case REFUSED:
                replaceGone(order, VenueTexts.text(answer.text()), nowNs);
                break;
            case ABSENT:
                if (order.replaceState == SendState.SENT) {
                    doubtReplace(order, "not known to the venue yet", nowNs);
                } else if (absentCounts) {
                    replaceGone(order, "not known to the venue", nowNs);
                }
                break;
            default:
                break;
        }
    }

    /** The old terms stand, unless the venue works a replace as a cancel and a new order: so the order is looked at too. */
    private void replaceGone(final FollowedOrder order, final String text, final long nowNs) {
        news.replaceRejected(order, text);
        verify(order, nowNs);
    }
}
