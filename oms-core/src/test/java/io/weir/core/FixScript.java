package io.weir.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.ProbeAnswered;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.event.Closed;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.Probe;
import io.weir.protocol.event.Resend;
import io.weir.protocol.event.SessionEvent;
import java.util.ArrayList;
import java.util.List;

/** Conversations with the core that read like FIX: what a client sends, and the whole of what it then receives. */
public final class FixScript {
    private final CoreKit kit = new CoreKit();
    private int lastConnection;

    /** A script with one client, {@code CLIENT}, and two acceptors, 1 and 2. */
    public FixScript() {
        kit.startEdge(1, 101);
        kit.startEdge(2, 201);
        kit.define("CLIENT");
        kit.news();
    }

    public CoreKit kit() {
        return kit;
    }

    /** {@return a new connection of CLIENT at acceptor 1} */
    public Wire connect() {
        return connect("CLIENT", 1);
    }

    /** {@return a new connection of a client at an acceptor} */
    public Wire connect(final String compId, final int edgeId) {
        return new Wire(compId, edgeId, ConnectionId.of(edgeId, kit.epoch(edgeId), ++lastConnection));
    }

    /** {@return CLIENT, logged on at acceptor 1 with numbers 2 next on both sides} */
    public Wire loggedOn() {
        final Wire wire = connect();
        wire.sends("35=A|34=1|108=30");
        wire.receives("35=A|34=1|108=30");
        return wire;
    }

    /** {@return what nobody may write now, since this script was last asked} */
    public List<String> unwritten() {
        final List<String> texts = new ArrayList<>();
        for (final Event event : kit.all(Event.class)) {
            if (event instanceof SessionEvent message && message.session().connectionId() == ConnectionId.NONE) {
                texts.add(FixText.write(event));
            }
        }
        return texts;
    }

    /** One connection as its client sees it. */
    public final class Wire {
        private final String compId;
        private final int edgeId;
        private final long connectionId;
        private int looked = kit.eventLog().said().size();

        private Wire(final String compId, final int edgeId, final long connectionId) {
            this.compId = compId;
            this.edgeId = edgeId;
            this.connectionId = connectionId;
        }

        public long connectionId() {
            return connectionId;
        }

        /** The client sends messages, and the acceptor says each to the log. */
        public void sends(final String... messages) {
            for (final String message : messages) {
                kit.say(edgeId, FixText.read(message, compId, connectionId, kit.timeNs()));
            }
        }

        /** The whole of what this connection got since the last look. */
        public void receives(final String... expected) {
            assertEquals(String.join("\n", expected), String.join("\n", received()));
        }

        /** {@return what this connection got since the last look} */
        public List<String> received() {
            final List<String> texts = new ArrayList<>();
            for (; looked < kit.eventLog().said().size(); looked++) {
                final Event event = kit.eventLog().said().get(looked).event();
                if (isMine(event)) {
                    texts.add(FixText.write(event));
                }
            }
            return texts;
        }

        private boolean isMine(final Event event) {
            return event instanceof SessionEvent message && message.session().connectionId() == connectionId
                    || event instanceof Closed closed && closed.connectionId() == connectionId
                    || event instanceof Probe probe && probe.connectionId() == connectionId;
        }

        /** The TCP connection breaks. */
        public void breaks() {
            kit.say(edgeId, new Disconnected(connectionId, "connection reset"));
        }

        /** The acceptor has written the resend it was told last. */
        public void resendIsWritten() {
            long resendId = 0;
            for (final Resend resend : kit.all(Resend.class)) {
                if (resend.session().connectionId() == connectionId) {
                    resendId = resend.resendId();
                }
            }
            kit.say(edgeId, new ResendDone(connectionId, resendId));
        }

        /** Its acceptor answers a Probe. */
        public void probeFinds(final boolean open) {
            kit.say(edgeId, new ProbeAnswered(connectionId, open));
        }
    }
}
