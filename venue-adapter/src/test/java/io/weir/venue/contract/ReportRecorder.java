package io.weir.venue.contract;

import io.weir.protocol.command.VenueState;
import io.weir.venue.report.CancelRefused;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.Fill;
import io.weir.venue.report.NeverReceived;
import io.weir.venue.report.OpenOrderFound;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.OrderClosed;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.OrderReplaced;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.report.Reconciled;
import io.weir.venue.report.ReplaceRefused;
import io.weir.venue.report.SendUnanswered;
import io.weir.venue.report.VenueReport;
import io.weir.venue.report.VenueReportHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps every report, in order. */
public final class ReportRecorder implements VenueReportHandler {
    private final List<VenueReport> reports = new ArrayList<>();

    /** {@return all reports so far} */
    public List<VenueReport> all() {
        return List.copyOf(reports);
    }

    /** {@return the reports of one kind that fit, in order} */
    public <T extends VenueReport> List<T> of(final Class<T> kind, final Predicate<T> fits) {
        return reports.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(fits)
                .toList();
    }

    /** {@return all reports of one kind, in order} */
    public <T extends VenueReport> List<T> of(final Class<T> kind) {
        return of(kind, report -> true);
    }

    /** {@return the executions of an order} */
    public List<Fill> fills(final String venueClOrdId) {
        return of(Fill.class, fill -> fill.venueClOrdId().equals(venueClOrdId));
    }

    /** {@return the newest state that was said, DOWN before any} */
    public VenueState state() {
        final List<ConnectionChanged> changes = of(ConnectionChanged.class);
        return changes.isEmpty()
                ? VenueState.DOWN
                : changes.get(changes.size() - 1).state();
    }

    /** Forgets all. */
    public void clear() {
        reports.clear();
    }

    @Override
    public void onOrderAccepted(final OrderAccepted report) {
        reports.add(report);
    }

    @Override
    public void onOrderRefused(final OrderRefused report) {
        reports.add(report);
    }

    @Override
    public void onSendUnanswered(final SendUnanswered report) {
        reports.add(report);
    }

    @Override
    public void onNeverReceived(final NeverReceived report) {
        reports.add(report);
    }

    @Override
    public void onFill(final Fill report) {
        reports.add(report);
    }

    @Override
    public void onOrderClosed(final OrderClosed report) {
        reports.add(report);
    }

    @Override
    public void onCancelRefused(final CancelRefused report) {
        reports.add(report);
    }

    @Override
    public void onOrderReplaced(final OrderReplaced report) {
        reports.add(report);
    }

    @Override
    public void onReplaceRefused(final ReplaceRefused report) {
        reports.add(report);
    }

    @Override
    public void onQueryAnswered(final QueryAnswered report) {
        reports.add(report);
    }

    @Override
    public void onReconciled(final Reconciled report) {
        reports.add(report);
    }

    @Override
    public void onOpenOrderFound(final OpenOrderFound report) {
        reports.add(report);
    }

    @Override
    public void onConnectionChanged(final ConnectionChanged report) {
        reports.add(report);
    }
}
