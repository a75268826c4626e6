package io.weir.venue.report;

/** Takes what an adapter reports, one method a message. Called on the agent's thread, from within {@code poll} only. */
public interface VenueReportHandler {
    /** Takes one {@link OrderAccepted}. */
    void onOrderAccepted(OrderAccepted report);

    /** Takes one {@link OrderRefused}. */
    void onOrderRefused(OrderRefused report);

    /** Takes one {@link SendUnanswered}. */
    void onSendUnanswered(SendUnanswered report);

    /** Takes one {@link NeverReceived}. */
    void onNeverReceived(NeverReceived report);

    /** Takes one {@link Fill}. */
    void onFill(Fill report);

    /** Takes one {@link OrderClosed}. */
    void onOrderClosed(OrderClosed report);

    /** Takes one {@link CancelRefused}. */
    void onCancelRefused(CancelRefused report);

    /** Takes one {@link OrderReplaced}. */
    void onOrderReplaced(OrderReplaced report);

    /** Takes one {@link ReplaceRefused}. */
    void onReplaceRefused(ReplaceRefused report);

    /** Takes one {@link QueryAnswered}. */
    void onQueryAnswered(QueryAnswered report);

    /** Takes one {@link Reconciled}. */
    void onReconciled(Reconciled report);

    /** Takes one {@link OpenOrderFound}. */
    void onOpenOrderFound(OpenOrderFound report);

    /** Takes one {@link ConnectionChanged}. */
    void onConnectionChanged(ConnectionChanged report);
}
