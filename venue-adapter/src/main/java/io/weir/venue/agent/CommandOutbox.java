package io.weir.venue.agent;

import io.weir.protocol.command.Command;
import io.weir.protocol.log.EdgePort;
import io.weir.venue.VenueAdapter;
import io.weir.venue.log.SendLog;
import java.io.IOException;
import java.util.ArrayDeque;

/**
 * Commands on their way into the log, in order. What the port does not take waits here, and reports are fetched only while
 * there is room, so that none is lost; what the log has acknowledged is told to the send log and to the adapter.
 */
final class CommandOutbox {
    /** A report leads to at most this many commands. */
    static final int COMMANDS_A_REPORT = 4;

    /** The most commands that may wait before reports have to. */
    static final int CAPACITY = 4_096;

    private static final int NOT_A_SEND = -1;
    private static final Runnable NOTHING = () -> {};

    /** A command and what its acknowledgement means. */
    private record Saying(Command command, long reportsBefore, long childOrderId, int revision, Runnable onTaken) {}

    private record Said(long seq, Saying saying) {}

    private final ArrayDeque<Saying> waiting = new ArrayDeque<>();
    private final ArrayDeque<Said> said = new ArrayDeque<>();
    private final EdgePort port;
    private final SendLog sendLog;
    private final VenueAdapter adapter;
    private long reports;
    private long taken;

    CommandOutbox(final EdgePort port, final SendLog sendLog, final VenueAdapter adapter) {
        this.port = port;
        this.sendLog = sendLog;
        this.adapter = adapter;
    }

    /** Says a command that answers nothing. */
    void say(final Command command) {
        say(command, NOTHING);
    }

    /** Says a command that answers nothing; what follows is run when the log holds it. */
    void say(final Command command, final Runnable onTaken) {
        waiting.add(new Saying(command, Math.max(0, reports - 1), 0, NOT_A_SEND, onTaken));
    }

    /** Says the venue's answer to an order (revision 0) or a replace. */
    void sayAnswer(final Command command, final long childOrderId, final int revision) {
        waiting.add(new Saying(command, Math.max(0, reports - 1), childOrderId, revision, NOTHING));
    }

    /** The next commands come of the adapter's next report. */
    void onReport() {
        reports++;
    }

    /** {@return how many reports may be fetched so that all they lead to fits} */
    int roomForReports() {
        return Math.max(0, CAPACITY - waiting.size()) / COMMANDS_A_REPORT;
    }

    boolean hasRoom() {
        return waiting.size() < CAPACITY;
    }

    /** {@return whether nothing waits} */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int size() {
        return waiting.size();
    }

    /** {@return how many commands the port took} */
    int flush() {
        int flushed = 0;
        while (!waiting.isEmpty()) {
            final long seq = port.trySay(waiting.peek().command);
            if (seq == EdgePort.BACK_PRESSURED) {
                break;
            }
            said.add(new Said(seq, waiting.poll()));
            flushed++;
        }
        return flushed;
    }

    /**
     * Looks how far the log has acknowledged.
     *
     * @throws IOException if the send log cannot be written; what was acknowledged counts all the same.
     */
    void onAcknowledged() throws IOException {
        final long acknowledgedSeq = port.acknowledgedSeq();
        long takenNow = taken;
        IOException failure = null;
        while (!said.isEmpty() && said.peek().seq <= acknowledgedSeq) {
            final Saying saying = said.poll().saying;
            takenNow = saying.reportsBefore;
            saying.onTaken.run();
            if (saying.revision != NOT_A_SEND) {
                try {
                    sendLog.answered(saying.childOrderId, saying.revision);
                } catch (final IOException e) {
                    failure = e;
                }
            }
        }
        if (said.isEmpty() && waiting.isEmpty()) {
            takenNow = reports;
        }
        if (takenNow > taken) {
            taken = takenNow;
            adapter.onTaken(taken);
        }
        if (failure != null) {
            throw failure;
        }
    }
}
