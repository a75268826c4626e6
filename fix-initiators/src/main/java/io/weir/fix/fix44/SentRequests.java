package io.weir.fix.fix44;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What went out under which MsgSeqNum(34) on this connection, for rejects that name nothing else. Holds the newest, side by
 * side as bytes: every order leaves one here, and few are ever asked for.
 */
final class SentRequests {
    /** What a message of ours asked for. */
    enum Kind {
        ORDER,
        REPLACE,
        CANCEL,
        STATUS,
        MASS_STATUS,
        TRADES,
        MARKET_DATA
    }

    /**
     * One message.
     *
     * @param kind what it asked for.
     * @param id   ClOrdID of the order or replace, OrigClOrdID of a cancel, else the request's own id.
     */
    record Sent(Kind kind, String id) {}

    /** How many are held. */
    static final int MAX = 65_536;

    /** The longest id that is noted: ClOrdIDs that we give have 36 characters of ASCII at most, other requests fewer. */
    static final int MAX_ID_LENGTH = 40;

    private static final Kind[] KINDS = Kind.values();

    private final int[] seqs = new int[MAX];
    private final byte[] kinds = new byte[MAX];
    private final byte[] lengths = new byte[MAX];
    private final byte[] ids = new byte[MAX * MAX_ID_LENGTH];

    /**
     * Notes a message that has left, but none with a longer id than we give: a venue has made it up.
     *
     * @param seq its MsgSeqNum(34), 1 and up.
     */
    void add(final int seq, final Kind kind, final String id) {
        if (id.length() > MAX_ID_LENGTH) {
            return;
        }
        final int place = seq % MAX;
        seqs[place] = seq;
        kinds[place] = (byte) kind.ordinal();
        lengths[place] = (byte) id.length();
        for (int i = 0; i < id.length(); i++) {
            ids[place * MAX_ID_LENGTH + i] = (byte) id.charAt(i);
        }
    }

    /** {@return what went out under the number, null if it is not known (any more)} */
    Sent find(final int seq) {
        final int place = Math.floorMod(seq, MAX);
        if (seq < 1 || seqs[place] != seq) {
            return null;
        }
        return new Sent(
                KINDS[kinds[place]], new String(ids, place * MAX_ID_LENGTH, lengths[place], StandardCharsets.US_ASCII));
    }

    void clear() {
        Arrays.fill(seqs, 0);
    }
}
