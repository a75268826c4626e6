package io.weir.acceptor.connection;

import io.weir.acceptor.AcceptorBounds;
import io.weir.acceptor.AcceptorCounters;
import io.weir.acceptor.connection.Connection.State;
import io.weir.acceptor.connection.LogonTry.Step;
import io.weir.acceptor.logon.ClientConfig;
import io.weir.acceptor.logon.LogonDelays;
import io.weir.acceptor.logon.LogonRules;
import io.weir.acceptor.logon.PasswordChecks;
import io.weir.acceptor.message.Fault;
import io.weir.acceptor.message.FixMessage;
import io.weir.acceptor.message.FixRequestReader;
import io.weir.acceptor.message.MessageCheck;
import io.weir.acceptor.message.SessionIdentity;
import io.weir.acceptor.message.Tags;
import io.weir.acceptor.report.OutBuffer;
import io.weir.acceptor.stream.SessionStream;
import io.weir.acceptor.stream.StreamTools;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.log.EdgePort;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The way of a Logon to the core: form, rules, password, and no older connection of the same client in the way. Until the
 * core is told, a refusal is a close without a word. For one thread. Source: docs/fix-sessions.md, logon and doors.
 */
final class Logons {
    private static final long SILENT_AFTER_NS = 2_000_000_000L;
    private static final long DUPLICATE_EVERY_NS = 1_000_000_000L;

    private final EdgePort port;
    private final String targetCompId;
    private final AcceptorBounds bounds;
    private final LogonRules rules;
    private final LogonDelays delays = new LogonDelays();
    private final PasswordChecks passwords;
    private final Connections connections;
    private final Notices notices;
    private final StreamTools tools;
    private final AcceptorCounters counters;
    private final List<Connection> trying = new ArrayList<>();
    private final Map<String, Long> lastDuplicateNs = new HashMap<>();

    Logons(
            final EdgePort port,
            final String targetCompId,
            final AcceptorBounds bounds,
            final List<ClientConfig> clients,
            final PasswordChecks passwords,
            final Connections connections,
            final Notices notices,
            final StreamTools tools) {
        this.port = port;
        this.targetCompId = targetCompId;
        this.bounds = bounds;
        this.rules = new LogonRules(targetCompId, bounds.minHeartBtIntS(), clients);
        this.passwords = passwords;
        this.connections = connections;
        this.notices = notices;
        this.tools = tools;
        this.counters = tools.counters();
    }

    /** Takes the first message of a connection; only a Logon without any fault goes on. */
    void first(
            final Connection connection,
            final MessageCheck check,
            final Fault fault,
            final FixHeader header,
            final long nowNs) {
        if (!"A".equals(check.msgType())) {
            connections.refuse(connection, "the first message is no Logon but " + check.msgType(), nowNs);
            return;
        }
        if (fault != null) {
            connections.refuse(connection, "Logon: " + fault.text(), nowNs);
            return;
        }
        final FixMessage logon = check.message();
        connection.client = rules.client(logon);
        final String refusal = rules.refusal(logon, connection.client, connection.address);
        if (!refusal.isEmpty()) {
            delays.onWrong(logon.text(Tags.SENDER_COMP_ID), connection.address, nowNs);
            connections.refuse(connection, "Logon: " + refusal, nowNs);
            return;
        }
        final LogonReceived command = (LogonReceived) FixRequestReader.read(logon, check.msgType(), header);
        connection.logonTry = new LogonTry(
                command,
                logon.text(Tags.USERNAME),
                logon.text(Tags.PASSWORD),
                delays.dueNs(connection.client.compId(), connection.address, nowNs));
        connection.state = State.LOGGING_ON;
        trying.add(connection);
        step(connection, nowNs);
    }

    /** {@return what is wrong with a well-formed Logon on a connection that is logged on, null if nothing is} */
    Fault again(final FixMessage logon) {
        final String fault = rules.heartBtIntFault(logon);
        return fault.isEmpty() ? null : Fault.incorrect(Tags.HEART_BT_INT, "A", fault);
    }

    /** One duty cycle; {@return connections that came further} */
    int poll(final long nowNs) {
        int work = passwords.poll(result -> {
            final Connection connection = connections.byId(result.connectionId());
            if (connection != null && connection.state == State.LOGGING_ON) {
                checked(connection, result.right(), nowNs);
            }
        });
        for (int i = trying.size() - 1; i >= 0; i--) {
            final Connection connection = trying.get(i);
            work += connection.state == State.LOGGING_ON && step(connection, nowNs) ? 1 : 0;
            if (connection.state != State.LOGGING_ON) {
                trying.remove(i);
            }
        }
        return work;
    }

    private boolean step(final Connection connection, final long nowNs) {
        final LogonTry logon = connection.logonTry;
        switch (logon.step) {
            case DELAYED:
                if (nowNs < logon.dueNs
                        || !passwords.tryCheck(connection.id, connection.client, logon.username, logon.password)) {
                    return false;
                }
                logon.password = "";
                logon.step = Step.CHECKING;
                return true;
            case RIGHT:
                return enter(connection, nowNs);
            default:
                return false;
        }
    }

    private void checked(final Connection connection, final boolean right, final long nowNs) {
        final String compId = connection.client.compId();
        if (right) {
            delays.onRight(compId);
            connection.logonTry.step = Step.RIGHT;
        } else {
            counters.wrongPasswords.increment();
            delays.onWrong(compId, connection.address, nowNs);
            connections.refuse(connection, "Username(553) or Password(554) is wrong", nowNs);
        }
    }

    /** Tells the core, unless an older connection of the client has a say in it. */
    private boolean enter(final Connection connection, final long nowNs) {
        final Connection holder = connections.holder(connection.client.compId());
        if (holder != null && holder.isLive()) {
            if (!isReadOut(holder, connection.logonTry)) {
                return false;
            }
            if (!isDoubtful(holder, nowNs)) {
                connections.refuse(connection, "the session is in use by " + holder, nowNs);
                return true;
            }
        }
        final boolean leaving = holder != null && holder.isTold() && holder.readEnded;
        if (leaving || !notices.isEmpty()) {
            return false;
        }
        final long seq = port.trySay(connection.logonTry.command);
        if (seq == EdgePort.BACK_PRESSURED) {
            return false;
        }
        told(connection, seq);
        connections.holdIfFree(connection);
        return true;
    }

    /**
     * The end of a connection stands behind what was sent on it before. So that a client whose connection has just broken is let
     * in again, the older one has to be without anything to read for a whole duty cycle before it counts as alive.
     */
    private static boolean isReadOut(final Connection holder, final LogonTry logon) {
        final boolean isReadOut = !holder.hasMore && holder.reads == logon.holderReads;
        logon.holderReads = holder.reads;
        return isReadOut;
    }

    /**
     * The core is asked about a second connection only where the first has been silent for a while, and not too often: so
     * floods with the right password cost the log nothing.
     */
    private boolean isDoubtful(final Connection holder, final long nowNs) {
        final String compId = holder.client.compId();
        final Long last = lastDuplicateNs.get(compId);
        final boolean silent = nowNs - holder.lastReadNs > SILENT_AFTER_NS;
        if (!silent || last != null && nowNs - last < DUPLICATE_EVERY_NS) {
            return false;
        }
        lastDuplicateNs.put(compId, nowNs);
        return true;
    }

    private void told(final Connection connection, final long seq) {
        final String compId = connection.client.compId();
        connection.state = State.TOLD;
        connection.identity = new SessionIdentity(compId, targetCompId);
        connection.unacknowledged = new Unacknowledged(bounds.maxUnacknowledged());
        connection.unacknowledged.add(seq);
        connection.out = new OutBuffer();
        connection.stream =
                new SessionStream(connection.id, compId.getBytes(StandardCharsets.US_ASCII), connection.out, tools);
        connection.logonTry = null;
        connection.hasMore = true;
    }
}
