package io.weir.store.projection;

import io.weir.protocol.event.ExecutionReport;

/** What a batch does to one order: its reports become one write of its row, the last one wins. */
final class OrderChange {
    private final long orderId;
    private final long firstTimeNs;
    private long eventSeq;
    private ExecutionReport last;

    /** @param report the order's first in the batch */
    OrderChange(final long eventSeq, final ExecutionReport report) {
        orderId = report.order().orderId();
        firstTimeNs = report.transactTimeNs();
        update(eventSeq, report);
    }

    void update(final long newEventSeq, final ExecutionReport report) {
        eventSeq = newEventSeq;
        last = report;
    }

    long orderId() {
        return orderId;
    }

    long firstTimeNs() {
        return firstTimeNs;
    }

    long eventSeq() {
        return eventSeq;
    }

    ExecutionReport last() {
        return last;
    }
}
