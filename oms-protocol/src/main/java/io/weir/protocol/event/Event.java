package io.weir.protocol.event;

/** Anything that the core can say. */
public sealed interface Event
        permits SessionEvent,
                EdgeStarted,
                EdgeGap,
                Pulse,
                JournalMark,
                CommandRefused,
                Closed,
                Probe,
                OrderRouted,
                VenueOrderRequested,
                VenueReplaceRequested,
                VenueCancelRequested,
                VenueOrderOpen,
                VenueStandingTold,
                VenueStateChanged,
                BalanceChanged,
                InstrumentDefined,
                VenueDefined,
                KillSwitchChanged,
                Alert,
                HoldChanged,
                NumbersRaised,
                VenueHold {
    /**
     * Calls the handler's method for this message.
     *
     * @param handler to call, once.
     */
    void to(EventHandler handler);
}
