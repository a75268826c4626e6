package io.weir.fix.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Mends the store of a session to a venue whose newest records a loss of power may have taken. Numbers that the venue may
 * have seen are not used again, and what it may have said while nobody wrote it down is asked for again: executions that
 * are known already change nothing. Called by {@code app} before the session is opened.
 */
public final class LostNumbers {
    /** More messages than a session sends within what a loss of power can take. */
    static final int RAISE_OUT = 1_000_000;

    /** More messages than a venue says within what a loss of power can take and its engine keeps for a resend. */
    static final int ASK_AGAIN = 10_000;

    private LostNumbers() {}

    /**
     * Raises our number and lowers the one that is expected; does nothing where there is no store.
     *
     * @param directory of the venue in the data directory.
     * @throws IOException if the store cannot be read or written.
     */
    public static void mend(final Path directory) throws IOException {
        if (!Files.exists(directory.resolve(SessionStore.FILE_NAME))) {
            return;
        }
        try (SessionStore store = SessionStore.open(directory, true, Clock.systemUTC())) {
            store.setNextSenderMsgSeqNum(store.getNextSenderMsgSeqNum() + RAISE_OUT);
            store.setNextTargetMsgSeqNum(Math.max(1, store.getNextTargetMsgSeqNum() - ASK_AGAIN));
        }
    }
}
