package io.weir.acceptor.stream;

import io.weir.protocol.event.Resend;

/** A range of a session to be written again, and how far that is done. For one thread. */
final class Detour {
    private boolean active;
    private long resendId;
    private long next;
    private long to;
    private long position;
    private long endPosition;

    void begin(final Resend resend, final long behind) {
        active = true;
        resendId = resend.resendId();
        next = resend.fromSeqNo();
        to = resend.toSeqNo();
        position = resend.startPosition();
        endPosition = behind;
    }

    void end() {
        active = false;
    }

    boolean isActive() {
        return active;
    }

    long resendId() {
        return resendId;
    }

    /** The lowest number that nothing stands for yet. */
    long next() {
        return next;
    }

    void written(final long seqNum) {
        next = seqNum + 1;
    }

    boolean wants(final long seqNum) {
        return seqNum >= next && seqNum <= to;
    }

    long to() {
        return to;
    }

    /** Where to read on. */
    long position() {
        return position;
    }

    void advance(final long behind) {
        position = behind;
    }

    /** Whether what lies behind the position is the live stream again. */
    boolean isAtEnd(final long behind) {
        return behind >= endPosition;
    }
}
