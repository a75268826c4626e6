package io.weir.protocol.command;

/**
 * What the core hears, one method a message. {@link #onCommand} is called before each message and may turn it away unread.
 * Called on the one thread of the clustered service.
 */
public interface CommandHandler {
    /**
     * The gates of epoch and number.
     *
     * @param header of the command that follows.
     * @return false if it is to have no effect; the message is then not decoded and no other method is called.
     */
    boolean onCommand(CommandHeader header);

    /** Takes one {@link EdgeStart}. */
    void onEdgeStart(EdgeStart command);

    /** Takes one {@link LogonReceived}. */
    void onLogonReceived(LogonReceived command);

    /** Takes one {@link LogoutReceived}. */
    void onLogoutReceived(LogoutReceived command);

    /** Takes one {@link HeartbeatReceived}. */
    void onHeartbeatReceived(HeartbeatReceived command);

    /** Takes one {@link TestRequestReceived}. */
    void onTestRequestReceived(TestRequestReceived command);

    /** Takes one {@link ResendRequestReceived}. */
    void onResendRequestReceived(ResendRequestReceived command);

    /** Takes one {@link SequenceResetReceived}. */
    void onSequenceResetReceived(SequenceResetReceived command);

    /** Takes one {@link RejectReceived}. */
    void onRejectReceived(RejectReceived command);

    /** Takes one {@link InvalidReceived}. */
    void onInvalidReceived(InvalidReceived command);

    /** Takes one {@link NewOrderSingle}. */
    void onNewOrderSingle(NewOrderSingle command);

    /** Takes one {@link OrderCancelRequest}. */
    void onOrderCancelRequest(OrderCancelRequest command);

    /** Takes one {@link OrderCancelReplaceRequest}. */
    void onOrderCancelReplaceRequest(OrderCancelReplaceRequest command);

    /** Takes one {@link OrderStatusRequest}. */
    void onOrderStatusRequest(OrderStatusRequest command);

    /** Takes one {@link Disconnected}. */
    void onDisconnected(Disconnected command);

    /** Takes one {@link ResendDone}. */
    void onResendDone(ResendDone command);

    /** Takes one {@link ProbeAnswered}. */
    void onProbeAnswered(ProbeAnswered command);

    /** Takes one {@link VenueStatus}. */
    void onVenueStatus(VenueStatus command);

    /** Takes one {@link VenueQuotes}. */
    void onVenueQuotes(VenueQuotes command);

    /** Takes one {@link VenueOrderAccepted}. */
    void onVenueOrderAccepted(VenueOrderAccepted command);

    /** Takes one {@link VenueOrderRejected}. */
    void onVenueOrderRejected(VenueOrderRejected command);

    /** Takes one {@link VenueFill}. */
    void onVenueFill(VenueFill command);

    /** Takes one {@link VenueOrderClosed}. */
    void onVenueOrderClosed(VenueOrderClosed command);

    /** Takes one {@link VenueCancelRejected}. */
    void onVenueCancelRejected(VenueCancelRejected command);

    /** Takes one {@link VenueOrderReplaced}. */
    void onVenueOrderReplaced(VenueOrderReplaced command);

    /** Takes one {@link VenueReplaceRejected}. */
    void onVenueReplaceRejected(VenueReplaceRejected command);

    /** Takes one {@link VenueOrderInDoubt}. */
    void onVenueOrderInDoubt(VenueOrderInDoubt command);

    /** Takes one {@link DefineInstrument}. */
    void onDefineInstrument(DefineInstrument command);

    /** Takes one {@link DefineVenue}. */
    void onDefineVenue(DefineVenue command);

    /** Takes one {@link DefineListing}. */
    void onDefineListing(DefineListing command);

    /** Takes one {@link DefineAccount}. */
    void onDefineAccount(DefineAccount command);

    /** Takes one {@link DefineFixSession}. */
    void onDefineFixSession(DefineFixSession command);

    /** Takes one {@link AdjustBalance}. */
    void onAdjustBalance(AdjustBalance command);

    /** Takes one {@link SetRoutingPolicy}. */
    void onSetRoutingPolicy(SetRoutingPolicy command);

    /** Takes one {@link SetKillSwitch}. */
    void onSetKillSwitch(SetKillSwitch command);

    /** Takes one {@link SetHold}. */
    void onSetHold(SetHold command);
}
