package io.weir.venue.report;

/** Anything that an adapter can report. */
public sealed interface VenueReport
        permits OrderAccepted,
                OrderRefused,
                SendUnanswered,
                NeverReceived,
                Fill,
                OrderClosed,
                CancelRefused,
                OrderReplaced,
                ReplaceRefused,
                QueryAnswered,
                Reconciled,
                OpenOrderFound,
                ConnectionChanged {
    /**
     * Calls the handler's method for this message.
     *
     * @param handler to call, once.
     */
    void to(VenueReportHandler handler);
}
