package io.weir.protocol.command;

/** Why a venue order is proved dead. */
public enum VenueRejectReason {
    /** The venue refused it. */
    REFUSED,
    /** It never left this gateway. */
    NOT_SENT,
    /** Sent in doubt; the venue does not know it after its visibility window. */
    ABSENT,
    /** The venue refused it for its rate limit. */
    RATE_LIMITED;
}
