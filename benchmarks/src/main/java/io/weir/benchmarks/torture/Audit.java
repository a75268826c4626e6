package io.weir.benchmarks.torture;

import io.weir.simulator.client.Execution;
import io.weir.store.ExecutionRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the books of venues, store and clients when all is at rest; each difference is a finding. */
public final class Audit {
    private final List<Trader> traders;
    private final List<VenueBook> venues;
    private final StoreBook store;
    private final Findings findings;

    private Audit(
            final List<Trader> traders, final List<VenueBook> venues, final StoreBook store, final Findings findings) {
        this.traders = traders;
        this.venues = venues;
        this.store = store;
        this.findings = findings;
    }

    /**
     * Compares all with all.
     *
     * @param traders  whose flow has ended and whose orders have.
     * @param venues   as they stand.
     * @param store    of the gateway, which is stopped.
     * @param findings gets what is wrong.
     */
    public static void run(
            final List<Trader> traders, final List<VenueBook> venues, final StoreBook store, final Findings findings) {
        final Audit audit = new Audit(traders, venues, store, findings);
        traders.forEach(audit::judgeDesk);
        traders.forEach(audit::compareReports);
        audit.compareDeals();
        venues.forEach(audit::judgeVenueOrders);
        audit.judgeStore();
        new MoneyAudit(store, findings).run();
    }

    private void judgeDesk(final Trader trader) {
        trader.desk().doubled().forEach(text -> findings.doubled(trader.compId() + ": " + text, 0, ""));
        trader.desk().faults().forEach(text -> findings.mismatched(trader.compId() + ": " + text, 0, ""));
        trader.desk()
                .unansweredIds()
                .forEach(id -> findings.lost(trader.compId() + ": " + id + " has no answer", 0, id));
        trader.desk()
                .notEnded()
                .forEach(id -> findings.mismatched(trader.compId() + ": " + id + " has not ended", 0, id));
        trader.desk()
                .unknownStatuses()
                .forEach(id ->
                        findings.lost(trader.compId() + ": OrderID " + id + " has no status", Long.parseLong(id), ""));
    }

    /** Every report that the store has is with the client, and says the same; and the other way round. */
    private void compareReports(final Trader trader) {
        final Map<String, Execution> atClient = new HashMap<>(trader.desk().executions());
        for (final ExecutionRow row : store.executions()) {
            if (row.account().equals(trader.account())) {
                final Execution report = atClient.remove(String.valueOf(row.execId()));
                if (report == null) {
                    findings.lost(
                            trader.compId() + " never got ExecID " + row.execId() + ": " + row,
                            row.orderId(),
                            row.clOrdId());
                } else {
                    compare(trader, row, report);
                }
            }
        }
        atClient.forEach((execId, report) -> findings.mismatched(
                trader.compId() + " has ExecID " + execId + ", the store has not: " + report, 0, report.clOrdId()));
    }

    private void compare(final Trader trader, final ExecutionRow row, final Execution report) {
        final boolean same = row.clOrdId().equals(report.clOrdId())
                && (row.orderId() == 0 || String.valueOf(row.orderId()).equals(report.orderId()))
                && row.execType().code() == report.execType().charAt(0)
                && row.ordStatus().code() == report.ordStatus().charAt(0)
                && row.cumQty().compareTo(report.cumQty()) == 0
                && row.leavesQty().compareTo(report.leavesQty()) == 0
                && (row.lastQty() == null
                        || row.lastQty().compareTo(report.lastQty()) == 0
                                && row.lastPx().compareTo(report.lastPx()) == 0
                                && row.lastMkt().equals(report.lastMkt()));
        if (!same) {
            findings.mismatched(
                    trader.compId() + " has for ExecID " + row.execId() + " " + report + ", the store " + row,
                    row.orderId(),
                    row.clOrdId());
        }
    }

    /** Every execution of a venue is booked, once, as the venue has it; and none is that no venue has. */
    private void compareDeals() {
        final Map<String, VenueBook.Deal> atVenues = new TreeMap<>();
        venues.forEach(venue -> atVenues.putAll(venue.deals()));
        final Set<String> booked = new HashSet<>();
        for (final ExecutionRow row : store.executions()) {
            if (row.lastQty() == null) {
                continue;
            }
            final String key = row.lastMkt() + "/" + row.venueExecId();
            final VenueBook.Deal deal = atVenues.get(key);
            final String words = VenueBook.deal(row.side(), row.lastQty(), row.lastPx());
            if (!booked.add(key)) {
                findings.doubled("execution " + key + " is booked twice", row.orderId(), row.clOrdId());
            } else if (deal == null) {
                findings.mismatched("no venue has the execution " + row, row.orderId(), row.clOrdId());
            } else if (!deal.words().equals(words) || VenueBook.child(deal.clOrdId()) != row.childOrderId()) {
                findings.mismatched(
                        "execution " + key + " is " + deal.line() + " at the venue, booked as " + words + " of child "
                                + row.childOrderId(),
                        row.orderId(),
                        row.clOrdId());
            }
        }
        atVenues.forEach((key, deal) -> {
            if (!booked.contains(key)) {
                final long orderId = store.orderOf(VenueBook.child(deal.clOrdId()));
                findings.lost("execution " + key + " is not booked: " + deal.line(), orderId, clOrdId(orderId));
            }
        });
    }

    /** All of our orders have ended, so nothing may live at a venue, nothing may be there twice, and nothing that we never sent. */
    private void judgeVenueOrders(final VenueBook venue) {
        venue.open().forEach(line -> findings.mismatched("still open at its venue: " + line, 0, ""));
        final Set<String> seen = new TreeSet<>();
        final Set<Long> ours = store.children();
        for (final String clOrdId : venue.clOrdIds()) {
            final long child = VenueBook.child(clOrdId);
            if (!seen.add(clOrdId)) {
                findings.doubled("a venue has two orders " + clOrdId, store.orderOf(child), "");
            }
            if (!ours.contains(child)) {
                findings.mismatched("a venue has an order that was never routed: " + clOrdId, 0, "");
            }
        }
    }

    private void judgeStore() {
        store.differences().forEach(text -> findings.mismatched("the store: " + text, 0, ""));
        final Map<Long, Long> count =
                store.executions().stream().collect(Collectors.groupingBy(ExecutionRow::execId, Collectors.counting()));
        count.forEach((execId, rows) -> {
            if (rows > 1) {
                findings.doubled("the store has ExecID " + execId + " " + rows + " times", 0, "");
            }
        });
    }

    private String clOrdId(final long orderId) {
        return traders.stream()
                .flatMap(trader -> trader.desk().clOrdIdOf(String.valueOf(orderId)).stream())
                .findFirst()
                .orElse("");
    }
}
