package io.weir.protocol.command;

/** Anything that an edge can say to the core. */
public sealed interface Command
        permits FixInbound,
                EdgeStart,
                Disconnected,
                ResendDone,
                ProbeAnswered,
                VenueStatus,
                VenueQuotes,
                VenueOrderAccepted,
                VenueOrderRejected,
                VenueFill,
                VenueOrderClosed,
                VenueCancelRejected,
                VenueOrderReplaced,
                VenueReplaceRejected,
                VenueOrderInDoubt,
                DefineInstrument,
                DefineVenue,
                DefineListing,
                DefineAccount,
                DefineFixSession,
                AdjustBalance,
                SetRoutingPolicy,
                SetKillSwitch,
                SetHold {
    /**
     * Calls the handler's method for this message.
     *
     * @param handler to call, once.
     */
    void to(CommandHandler handler);
}
