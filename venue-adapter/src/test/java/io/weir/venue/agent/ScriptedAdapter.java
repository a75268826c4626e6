package io.weir.venue.agent;

import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueState;
import io.weir.venue.VenueAdapter;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.VenueReport;
import io.weir.venue.report.VenueReportHandler;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueQuery;
import io.weir.venue.request.VenueReplace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An exchange that a test plays: requests are kept, reports are what the test says. */
public final class ScriptedAdapter implements VenueAdapter {
    private final ArrayDeque<VenueReport> reports = new ArrayDeque<>();
    private final List<Object> requests = new ArrayList<>();
    private final Map<String, VenueQuote> quotes = new HashMap<>();
    private boolean connected;

    public boolean opened;
    public boolean closed;
    public boolean throttled;
    public int sendable = Integer.MAX_VALUE;
    public long taken;

    /** Runs inside each try, before anything else: what a test wants to look at at that moment. */
    public Runnable onTry = () -> {};

    public void report(final VenueReport report) {
        reports.add(report);
    }

    public void quote(final VenueQuote quote) {
        quotes.put(quote.symbol(), quote);
    }

    /** {@return what was asked since the last call} */
    public List<Object> takeRequests() {
        final List<Object> taken = List.copyOf(requests);
        requests.clear();
        return taken;
    }

    @Override
    public void open(final String start) {
        opened = true;
    }

    private boolean take(final Object request) {
        onTry.run();
        if (throttled || !connected) {
            return false;
        }
        requests.add(request);
        return true;
    }

    @Override
    public boolean trySend(final VenueOrder order) {
        return take(order);
    }

    @Override
    public boolean tryCancel(final VenueCancel cancel) {
        return take(cancel);
    }

    @Override
    public boolean tryReplace(final VenueReplace replace) {
        return take(replace);
    }

    @Override
    public boolean tryReconcile(final List<VenueQuery> open) {
        return take(List.copyOf(open));
    }

    @Override
    public boolean tryQuery(final VenueQuery query) {
        return take(query);
    }

    @Override
    public int poll(final VenueReportHandler handler, final int limit) {
        int polled = 0;
        while (polled < limit && !reports.isEmpty()) {
            final VenueReport report = reports.poll();
            if (report instanceof ConnectionChanged) {
                connected = ((ConnectionChanged) report).state() != VenueState.DOWN;
            }
            report.to(handler);
            polled++;
        }
        return polled;
    }

    @Override
    public void onTaken(final long reportCount) {
        taken = reportCount;
    }

    @Override
    public VenueQuote quote(final String symbol) {
        return quotes.getOrDefault(symbol, new VenueQuote(symbol, false, List.of(), List.of()));
    }

    @Override
    public int sendable() {
        return sendable;
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public void close() {
        closed = true;
    }
}
