package io.weir.acceptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the acceptor counts. Counted by its agent's thread, read by any. */
public final class AcceptorCounters {
    private final Map<String, Counter> byName = new LinkedHashMap<>();

    /** Open connections, whatever their state. */
    public final Counter connections = counter("fix_connections");

    /** Connections that the core has given a session. */
    public final Counter sessions = counter("fix_sessions");

    /** Connections taken since the start. */
    public final Counter accepted = counter("fix_connections_accepted_total");

    /** Connections closed at once because there were too many. */
    public final Counter overLimit = counter("fix_connections_over_limit_total");

    /** Logons refused by the acceptor, whatever the reason. */
    public final Counter refusedLogons = counter("fix_logons_refused_total");

    /** Logons refused for a wrong or missing password or user name. */
    public final Counter wrongPasswords = counter("fix_wrong_passwords_total");

    /** Connections without a Logon in time. */
    public final Counter logonTimeouts = counter("fix_logon_timeouts_total");

    /** Well-framed messages read. */
    public final Counter messagesIn = counter("fix_messages_in_total");

    /** Well-framed messages with a fault. */
    public final Counter faultyIn = counter("fix_messages_faulty_total");

    /** Garbled messages stepped over. */
    public final Counter garbled = counter("fix_messages_garbled_total");

    /** Connections closed because no FIX client speaks so. */
    public final Counter hopeless = counter("fix_connections_hopeless_total");

    /** Bytes read from clients. */
    public final Counter bytesIn = counter("fix_bytes_in_total");

    /** Bytes that TCP took. */
    public final Counter bytesOut = counter("fix_bytes_out_total");

    /** Events written as FIX, the first time or again. */
    public final Counter messagesOut = counter("fix_messages_out_total");

    /** Messages written again for a ResendRequest, and gap fills. */
    public final Counter messagesAgain = counter("fix_messages_again_total");

    /** Messages written so late that they went out as possible duplicates. */
    public final Counter messagesLate = counter("fix_messages_late_total");

    /** Times that the log did not take a command: reading that socket stopped. */
    public final Counter backPressured = counter("fix_back_pressured_total");

    /** Times that a session's bound of unacknowledged commands stopped reading its socket. */
    public final Counter unacknowledgedFull = counter("fix_unacknowledged_full_total");

    /** Times that a session far over its throttle was not read for the rest of a second. */
    public final Counter throttled = counter("fix_throttled_total");

    /** Times that a connection fell behind the journal because TCP did not take more. */
    public final Counter fellBehind = counter("fix_fell_behind_total");

    /** Catch-up readers opened. */
    public final Counter readersOpened = counter("fix_catch_up_readers_opened_total");

    /** Catch-up readers that failed. */
    public final Counter readersFailed = counter("fix_catch_up_readers_failed_total");

    /** Connections closed because TCP took nothing for too long, or the client was too far behind. */
    public final Counter stalled = counter("fix_connections_stalled_total");

    /** Times that messages could not be said again because the journal no longer has them. */
    public final Counter belowHorizon = counter("fix_below_horizon_total");

    /** 1 while the log shows signs of life and sockets are read, else 0. */
    public final Counter leased = counter("fix_leased");

    /** Times that no Pulse came and sockets were no longer read. */
    public final Counter leaseLost = counter("fix_lease_lost_total");

    /** {@return every counter by its name, in a fixed order} */
    public Map<String, Counter> byName() {
        return Collections.unmodifiableMap(byName);
    }

    private Counter counter(final String name) {
        final Counter counter = new Counter();
        byName.put(name, counter);
        return counter;
    }
}
