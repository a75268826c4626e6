package io.weir.protocol.event;

/**
 * What the core says, one method a message. {@link #onEvent} is called before each and may turn it away unread, so that a
 * reader pays only for what it needs.
 */
public interface EventHandler {
    /**
     * Called before each event.
     *
     * @param header of the event that follows.
     * @return false if it is not wanted; it is then not decoded and no other method is called.
     */
    boolean onEvent(EventHeader header);

    /** Takes one {@link EdgeStarted}. */
    default void onEdgeStarted(final EdgeStarted event) {}

    /** Takes one {@link EdgeGap}. */
    default void onEdgeGap(final EdgeGap event) {}

    /** Takes one {@link Pulse}. */
    default void onPulse(final Pulse event) {}

    /** Takes one {@link JournalMark}. */
    default void onJournalMark(final JournalMark event) {}

    /** Takes one {@link CommandRefused}. */
    default void onCommandRefused(final CommandRefused event) {}

    /** Takes one {@link LogonSent}. */
    default void onLogonSent(final LogonSent event) {}

    /** Takes one {@link LogoutSent}. */
    default void onLogoutSent(final LogoutSent event) {}

    /** Takes one {@link HeartbeatSent}. */
    default void onHeartbeatSent(final HeartbeatSent event) {}

    /** Takes one {@link TestRequestSent}. */
    default void onTestRequestSent(final TestRequestSent event) {}

    /** Takes one {@link ResendRequestSent}. */
    default void onResendRequestSent(final ResendRequestSent event) {}

    /** Takes one {@link RejectSent}. */
    default void onRejectSent(final RejectSent event) {}

    /** Takes one {@link BusinessMessageReject}. */
    default void onBusinessMessageReject(final BusinessMessageReject event) {}

    /** Takes one {@link ExecutionReport}. */
    default void onExecutionReport(final ExecutionReport event) {}

    /** Takes one {@link OrderCancelReject}. */
    default void onOrderCancelReject(final OrderCancelReject event) {}

    /** Takes one {@link Resend}. */
    default void onResend(final Resend event) {}

    /** Takes one {@link Closed}. */
    default void onClosed(final Closed event) {}

    /** Takes one {@link Probe}. */
    default void onProbe(final Probe event) {}

    /** Takes one {@link OrderRouted}. */
    default void onOrderRouted(final OrderRouted event) {}

    /** Takes one {@link VenueOrderRequested}. */
    default void onVenueOrderRequested(final VenueOrderRequested event) {}

    /** Takes one {@link VenueReplaceRequested}. */
    default void onVenueReplaceRequested(final VenueReplaceRequested event) {}

    /** Takes one {@link VenueCancelRequested}. */
    default void onVenueCancelRequested(final VenueCancelRequested event) {}

    /** Takes one {@link VenueOrderOpen}. */
    default void onVenueOrderOpen(final VenueOrderOpen event) {}

    /** Takes one {@link VenueStandingTold}. */
    default void onVenueStandingTold(final VenueStandingTold event) {}

    /** Takes one {@link VenueStateChanged}. */
    default void onVenueStateChanged(final VenueStateChanged event) {}

    /** Takes one {@link BalanceChanged}. */
    default void onBalanceChanged(final BalanceChanged event) {}

    /** Takes one {@link InstrumentDefined}. */
    default void onInstrumentDefined(final InstrumentDefined event) {}

    /** Takes one {@link VenueDefined}. */
    default void onVenueDefined(final VenueDefined event) {}

    /** Takes one {@link KillSwitchChanged}. */
    default void onKillSwitchChanged(final KillSwitchChanged event) {}

    /** Takes one {@link Alert}. */
    default void onAlert(final Alert event) {}

    /** Takes one {@link HoldChanged}. */
    default void onHoldChanged(final HoldChanged event) {}

    /** Takes one {@link NumbersRaised}. */
    default void onNumbersRaised(final NumbersRaised event) {}

    /** Takes one {@link VenueHold}. */
    default void onVenueHold(final VenueHold event) {}
}
