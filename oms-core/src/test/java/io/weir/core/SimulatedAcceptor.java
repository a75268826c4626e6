package io.weir.core;

import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.ProbeAnswered;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.event.BusinessMessageReject;
import io.weir.protocol.event.Closed;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.Probe;
import io.weir.protocol.event.Resend;
import io.weir.protocol.event.SessionEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An acceptor as the rules describe it: reads the journal in order, writes what names its connections, resends by detour. */
final class SimulatedAcceptor {
    private final CoreKit kit;
    private final int edgeId;
    private final Map<Long, SimulatedClient> open = new HashMap<>();
    private long nonce;
    private int epoch;
    private int lastConnection;
    private int cursor;

    SimulatedAcceptor(final CoreKit kit, final int edgeId) {
        this.kit = kit;
        this.edgeId = edgeId;
        this.nonce = edgeId * 1_000L;
        start();
    }

    /** Ends without a word and starts anew: whatever was not read from the journal is never written. */
    void start() {
        open.values().forEach(SimulatedClient::onEndOfStream);
        open.clear();
        cursor = kit.eventLog().said().size();
        epoch = kit.startEdge(edgeId, ++nonce);
    }

    int edgeId() {
        return edgeId;
    }

    long connect(final SimulatedClient client) {
        final long connectionId = ConnectionId.of(edgeId, epoch, ++lastConnection);
        open.put(connectionId, client);
        return connectionId;
    }

    boolean isOpen(final long connectionId) {
        return open.containsKey(connectionId);
    }

    /** The client's side of the connection is gone. */
    void onBroken(final long connectionId) {
        if (open.remove(connectionId) != null) {
            kit.say(edgeId, new Disconnected(connectionId, "end of stream"));
        }
    }

    /** Reads on in the journal. */
    int poll(final int limit) {
        int done = 0;
        for (; done < limit && cursor < kit.eventLog().said().size(); done++) {
            onEvent(kit.eventLog().said().get(cursor++).event());
        }
        return done;
    }

    private void onEvent(final Event event) {
        if (event instanceof Resend resend) {
            final SimulatedClient client = open.get(resend.session().connectionId());
            if (client != null) {
                writeAgain(resend, client);
                kit.say(edgeId, new ResendDone(resend.session().connectionId(), resend.resendId()));
            }
        } else if (event instanceof SessionEvent message) {
            final SimulatedClient client = open.get(message.session().connectionId());
            if (client != null) {
                client.deliver(
                        message.session().connectionId(),
                        new SimulatedClient.Frame(message.session().msgSeqNum(), false, 0, message));
            }
        } else if (event instanceof Closed closed) {
            final SimulatedClient client = open.remove(closed.connectionId());
            if (client != null) {
                client.deliverEnd(closed.connectionId());
            }
        } else if (event instanceof Probe probe && ConnectionId.edgeId(probe.connectionId()) == edgeId) {
            kit.say(edgeId, new ProbeAnswered(probe.connectionId(), open.containsKey(probe.connectionId())));
        } else if (event instanceof EdgeStarted started && started.edgeId() == edgeId && started.epoch() != epoch) {
            throw new AssertionError("acceptor " + edgeId + " sees a foreign start");
        }
    }

    private void writeAgain(final Resend resend, final SimulatedClient client) {
        final List<RecordingEventLog.Said> journal = kit.eventLog().said();
        long next = resend.fromSeqNo();
        long gapFrom = 0;
        for (int i = firstAt(resend.startPosition()); next <= resend.toSeqNo(); i++) {
            if (i == journal.size()) {
                throw new AssertionError("resend " + resend + " does not meet MsgSeqNum " + next);
            }
            if (!(journal.get(i).event() instanceof SessionEvent message)
                    || message.session().sessionId() != resend.session().sessionId()
                    || message.session().msgSeqNum() != next) {
                continue;
            }
            if (!isApplication(message)) {
                gapFrom = gapFrom == 0 ? next : gapFrom;
            } else {
                gapFill(resend, client, gapFrom, next);
                gapFrom = 0;
                client.deliver(resend.session().connectionId(), new SimulatedClient.Frame(next, true, 0, message));
            }
            next++;
        }
        gapFill(resend, client, gapFrom, next);
    }

    private static void gapFill(
            final Resend resend, final SimulatedClient client, final long from, final long newSeqNo) {
        if (from != 0) {
            client.deliver(resend.session().connectionId(), new SimulatedClient.Frame(from, true, newSeqNo, null));
        }
    }

    private int firstAt(final long position) {
        final List<RecordingEventLog.Said> journal = kit.eventLog().said();
        int low = 0;
        int high = journal.size();
        while (low < high) {
            final int middle = (low + high) / 2;
            if (journal.get(middle).positionBefore() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isApplication(final SessionEvent message) {
        return message instanceof ExecutionReport
                || message instanceof OrderCancelReject
                || message instanceof BusinessMessageReject;
    }
}
