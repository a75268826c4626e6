package io.weir.rest.report;

import io.weir.venue.report.CancelRefused;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.Fill;
import io.weir.venue.report.NeverReceived;
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

/** Keeps every report, in order. */
public final class ReportRecorder implements VenueReportHandler {
    private final List<VenueReport> reports = new ArrayList<>();

    /** All reports so far. */
    public List<VenueReport> reports() {
        return reports;
    }

    /** Those of one type. */
    public <T extends VenueReport> List<T> of(final Class<T> type) {
        return reports.stream().filter(type::isInstance).map(type::cast).toList();
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
    public void onConnectionChanged(final ConnectionChanged report) {
        reports.add(report);
    }
}
