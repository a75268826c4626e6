package io.weir.benchmarks.simulation.client;

import io.weir.benchmarks.simulation.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A client's end of its connection: bytes out, whole messages in, and every way in which it can end. It knows no session. */
final class ClientLine {
    private final Party party;
    private final StringBuilder inbox = new StringBuilder();
    private final ByteBuffer buffer = ByteBuffer.allocate(4_096);

    private Wire wire;
    private long lastSentNs;
    private long lastReceivedNs;
    private long notReadingUntilNs;

    ClientLine(final Party party) {
        this.party = party;
    }

    void open(final Wire connected) {
        wire = connected;
        lastReceivedNs = party.nowNs();
    }

    boolean isOpen() {
        return wire != null;
    }

    /** {@return how long nothing has come, ns} */
    long silentNs() {
        return party.nowNs() - lastReceivedNs;
    }

    /** {@return how long nothing was sent, ns} */
    long idleNs() {
        return party.nowNs() - lastSentNs;
    }

    /** Sends bytes; a line that takes no more is given up. */
    void send(final byte[] bytes) {
        lastSentNs = party.nowNs();
        party.trace()
                .add(
                        party.compId(),
                        () -> "says " + new String(bytes, StandardCharsets.ISO_8859_1).replace(FixLine.SOH, '|'));
        if (wire != null && !wire.send(bytes)) {
            party.note("cannot send and breaks off");
            wire.breakOff();
            onEnd();
        }
    }

    void breakOff() {
        wire.breakOff();
        party.note("breaks off");
        onEnd();
    }

    void close() {
        wire.close();
        party.note("closes");
        onEnd();
    }

    void vanish() {
        wire.vanish();
        party.note("vanishes");
        onEnd();
    }

    private void onEnd() {
        wire = null;
        inbox.setLength(0);
    }

    /**
     * What comes is left where it is for a while.
     *
     * @param untilNs on the timeline; in the past for no longer.
     */
    void stopReading(final long untilNs) {
        notReadingUntilNs = untilNs;
    }

    /**
     * Reads what has arrived.
     *
     * @param session gets each whole message, as long as the line is open.
     */
    void poll(final Consumer<FixLine> session) {
        if (wire == null || party.nowNs() < notReadingUntilNs) {
            return;
        }
        int bytes = read();
        while (bytes > 0) {
            bytes = read();
        }
        handOn(session);
        if (bytes < 0 && wire != null) {
            party.note("sees its connection end");
            wire.breakOff();
            onEnd();
        }
    }

    private int read() {
        buffer.clear();
        final int bytes = wire.read(buffer);
        for (int i = 0; i < bytes; i++) {
            inbox.append((char) (buffer.get(i) & 0xFF));
        }
        return bytes;
    }

    private void handOn(final Consumer<FixLine> session) {
        int length = FixLine.length(inbox);
        while (length > 0 && wire != null) {
            final FixLine message = new FixLine(inbox.substring(0, length));
            inbox.delete(0, length);
            party.trace().add(party.compId(), () -> "gets " + message);
            lastReceivedNs = party.nowNs();
            session.accept(message);
            length = FixLine.length(inbox);
        }
    }
}
