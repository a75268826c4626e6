package io.weir.benchmarks.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All that clients, store and venues have on record of one order, for a person to look at. */
public final class History {
    private final List<Trader> traders;
    private final Books books;

    /** Looks into these books. */
    public History(final List<Trader> traders, final Books books) {
        this.traders = traders;
        this.books = books;
    }

    /** {@return the client's messages as FIX text, the store's rows, the venues' records; a line each} */
    public List<String> of(final Findings.Finding finding) {
        final List<String> lines = new ArrayList<>();
        final String clOrdId = finding.clOrdId().isEmpty() ? clOrdId(finding.orderId()) : finding.clOrdId();
        long orderId = finding.orderId();
        for (final Trader trader : traders) {
            trader.desk().history(clOrdId).forEach(line -> lines.add("client  " + line));
            if (orderId == 0) {
                orderId = Long.parseLong(trader.desk().orderIdOf(clOrdId).orElse("0"));
            }
        }
        if (orderId != 0 && books != null) {
            books.store().history(orderId).forEach(line -> lines.add("store   " + line));
            final Set<Long> children = books.store().children(orderId);
            books.venues().forEach(venue -> venue.history(children).forEach(line -> lines.add("venue   " + line)));
        }
        return lines;
    }

    private String clOrdId(final long orderId) {
        return traders.stream()
                .flatMap(trader -> trader.desk().clOrdIdOf(String.valueOf(orderId)).stream())
                .findFirst()
                .orElse("");
    }
}
