package io.weir.fix.fix44;

import io.weir.protocol.decimal.Decimal;
import io.weir.venue.report.Presence;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.request.VenueQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked on this connection and is not answered yet: single orders by OrdStatusReqID(790), all of them by
 * MassStatusReqID(584), trades of an order by TradeRequestID(568).
 */
final class Questions {
    /** A question for one order; while its missing fills are fetched it keeps the answer. */
    static final class Question {
        final VenueQuery query;
        final boolean ofReconciliation;
        QueryAnswered answer;

        Question(final VenueQuery query, final boolean ofReconciliation) {
            this.query = query;
            this.ofReconciliation = ofReconciliation;
        }

        QueryAnswered could(final String text) {
            return new QueryAnswered(query.venueClOrdId(), Presence.COULD_NOT_ASK, "", Decimal.ABSENT, text);
        }
    }

    private final Map<String, Question> byStatusReqId = new HashMap<>();
    private final Map<String, Question> byTradeRequestId = new HashMap<>();
    private final Map<String, VenueQuery> reconciling = new HashMap<>();
    private String massStatusReqId = "";
    private boolean massStatusEnded;
    private int fetches;
    private String start = "";
    private long count;

    /** From now on all ids carry the name of this start: the venue may say again what it answered to an earlier one. */
    void begin(final String nameOfStart) {
        start = nameOfStart;
    }

    /** {@return an id that no other question has, of this start or another} */
    String nextId(final char kind) {
        return kind + start + "-" + Long.toString(++count, Character.MAX_RADIX);
    }

    void askStatus(final String id, final VenueQuery query) {
        byStatusReqId.put(id, new Question(query, false));
    }

    void askAll(final String id, final List<VenueQuery> open) {
        reconciling.clear();
        open.forEach(query -> reconciling.put(query.venueClOrdId(), query));
        massStatusReqId = id;
        massStatusEnded = false;
        fetches = 0;
        byTradeRequestId.values().removeIf(question -> question.ofReconciliation);
    }

    void askTrades(final String id, final Question question) {
        byTradeRequestId.put(id, question);
        fetches += question.ofReconciliation ? 1 : 0;
    }

    Question takeStatus(final String id) {
        return byStatusReqId.remove(id);
    }

    Question trades(final String id) {
        return byTradeRequestId.get(id);
    }

    Question takeTrades(final String id) {
        final Question question = byTradeRequestId.remove(id);
        if (question != null && question.ofReconciliation) {
            fetches--;
        }
        return question;
    }

    boolean isMassStatus(final String id) {
        return !id.isEmpty() && id.equals(massStatusReqId);
    }

    /** {@return the open order that a reconciliation asked for, null if it is not ours} */
    VenueQuery reconciling(final String venueClOrdId) {
        return reconciling.get(venueClOrdId);
    }

    void onMassStatusEnd() {
        massStatusEnded = true;
    }

    /** {@return whether all that the reconciliation asked for is answered; true once} */
    boolean takeReconciled() {
        if (massStatusReqId.isEmpty() || !massStatusEnded || fetches > 0) {
            return false;
        }
        endReconciliation();
        return true;
    }

    void endReconciliation() {
        massStatusReqId = "";
        reconciling.clear();
    }

    /** The connection is gone: nothing of this will be answered. */
    void clear() {
        byStatusReqId.clear();
        byTradeRequestId.clear();
        endReconciliation();
        fetches = 0;
    }
}
