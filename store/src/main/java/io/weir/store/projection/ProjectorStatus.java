package io.weir.store.projection;

/**
 * How the projection stands; immutable, for any thread.
 *
 * @param state           up; far behind; not open.
 * @param detail          why, one sentence for people.
 * @param eventSeq        number of the last event that is stored.
 * @param position        of the journal behind it.
 * @param durablePosition up to which the database has synced its file: the journal may be purged below it.
 * @param lagBytes        of the journal that are recorded and not stored.
 */
public record ProjectorStatus(
        State state, String detail, long eventSeq, long position, long durablePosition, long lagBytes) {
    /** States of the projection. */
    public enum State {
        /** Open and not far behind. */
        UP,
        /** Open, but far behind. */
        DEGRADED,
        /** Not open: nothing is written and nothing is answered. */
        DOWN
    }
}
