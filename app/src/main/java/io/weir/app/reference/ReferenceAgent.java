package io.weir.app.reference;

import io.weir.protocol.codec.EventReader;
import io.weir.protocol.command.Command;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.EventFragmentHandler;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.agrona.concurrent.Agent;

/**
 * The edge that speaks for the operator: says the reference data at each start, then what ops ask for. {@link #isTold}
 * and {@link #refused} may be read, and {@link #say} called, from any thread; the rest runs on the agent's.
 */
public final class ReferenceAgent implements Agent {
    private static final int FRAGMENT_LIMIT = 64;

    private final EdgePort port;
    private final List<Command> reference;
    private final Queue<Command> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final EventReader reader = new EventReader();
    private final EventHandler events = new Refusals();
    private final EventFragmentHandler fragments =
            (buffer, offset, length, position) -> reader.read(buffer, offset, length, position, events);
    private int said;
    private long lastSeq;
    private volatile boolean told;

    /**
     * Makes the agent.
     *
     * @param port      of this edge; the agent closes it.
     * @param reference to say once at start, in order.
     */
    public ReferenceAgent(final EdgePort port, final List<Command> reference) {
        this.port = port;
        this.reference = List.copyOf(reference);
    }

    @Override
    public int doWork() {
        int work = port.poll(fragments, FRAGMENT_LIMIT);
        while (said < reference.size() && trySay(reference.get(said))) {
            said++;
            work++;
        }
        if (said == reference.size()) {
            if (!told && port.acknowledgedSeq() >= lastSeq) {
                told = true;
            }
            work += sayAsked();
        }
        return work;
    }

    private int sayAsked() {
        int work = 0;
        while (!asked.isEmpty() && trySay(asked.peek())) {
            asked.remove();
            work++;
        }
        return work;
    }

    private boolean trySay(final Command command) {
        final long seq = port.trySay(command);
        if (seq == EdgePort.BACK_PRESSURED) {
            return false;
        }
        lastSeq = seq;
        return true;
    }

    /**
     * Says a command of ops as soon as the log takes it.
     *
     * @param command for example a kill switch.
     */
    public void say(final Command command) {
        asked.add(command);
    }

    /** {@return whether the core has taken all of the reference data} */
    public boolean isTold() {
        return told;
    }

    /** {@return what the core refused, one text each, with field, value and bound} */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void onClose() {
        port.close();
    }

    @Override
    public String roleName() {
        return "reference";
    }

    private final class Refusals implements EventHandler {
        @Override
        public boolean onEvent(final EventHeader header) {
            return header.causeEdgeId() == port.edgeId();
        }

        @Override
        public void onCommandRefused(final CommandRefused event) {
            refused.add(event.text());
        }
    }
}
