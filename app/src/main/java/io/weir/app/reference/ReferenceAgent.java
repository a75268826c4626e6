package io.weir.app.reference;

import io.weir.protocol.codec.EventReader;
import io.weir.protocol.command.Command;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.EventFragmentHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;

/**
 * The edge that speaks for the operator: says the reference data at each start, then what ops ask for, and tells what
 * became of it. {@link #isTold} and {@link #refused} may be read, and {@link #say} called, from any thread; the rest runs
 * on the agent's.
 */
public final class ReferenceAgent implements Agent {
    /** The most commands of ops that wait for the log or for the core at a time. */
    static final int MAX_WAITING = 64;

    private static final String TAKEN = "";
    private static final int FRAGMENT_LIMIT = 64;

    private final EdgePort port;
    private final List<Command> reference;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Deque<Said> unanswered = new ArrayDeque<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final EventReader reader = new EventReader();
    private final EventHandler events = new Refusals();
    private final EventFragmentHandler fragments = this::onFragment;
    private final HoldWatch holds = new HoldWatch();
    private int said;
    private long lastSeq;
    private volatile boolean told;
    private volatile boolean closed;

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
        while (said < reference.size() && trySayReference(reference.get(said))) {
            said++;
            work++;
        }
        if (said == reference.size()) {
            if (!told && port.acknowledgedSeq() >= lastSeq) {
                told = true;
            }
            work += sayAsked();
        }
        return work + answerTaken();
    }

    private void onFragment(final DirectBuffer buffer, final int offset, final int length, final long position) {
        reader.read(buffer, offset, length, position, events);
        holds.onFragment(buffer, offset, length, position);
    }

    /** {@return what tells of the end of a hold; for any thread} */
    public HoldWatch holds() {
        return holds;
    }

    private boolean trySayReference(final Command command) {
        final long seq = port.trySay(command);
        if (seq == EdgePort.BACK_PRESSURED) {
            return false;
        }
        lastSeq = seq;
        return true;
    }

    private int sayAsked() {
        int work = 0;
        while (!asked.isEmpty()) {
            final long seq = port.trySay(asked.peek().command());
            if (seq == EdgePort.BACK_PRESSURED) {
                break;
            }
            unanswered.add(new Said(seq, asked.remove().answer()));
            work++;
        }
        return work;
    }

    /** A refusal stands in the journal where its command is acknowledged, so what is acknowledged and here was taken. */
    private int answerTaken() {
        int work = 0;
        while (!unanswered.isEmpty() && unanswered.peek().seq() <= port.acknowledgedSeq()) {
            answer(unanswered.remove().answer(), TAKEN);
            work++;
        }
        return work;
    }

    private void answer(final CompletableFuture<String> answer, final String text) {
        waiting.decrementAndGet();
        answer.complete(text);
    }

    /**
     * Says a command of ops as soon as the log takes it; those of one caller in their order. Any thread; does not block.
     *
     * @param command for example a kill switch.
     * @return completes on the agent's thread: with {@code ""} when the core has taken it, with the core's text when it has
     *     refused it. Fails when {@value #MAX_WAITING} are waiting, or the gateway ends before the core has answered.
     */
    public CompletableFuture<String> say(final Command command) {
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            return CompletableFuture.failedFuture(
                    new RejectedExecutionException(MAX_WAITING + " commands are waiting for the log, the most"));
        }
        final Asked question = new Asked(command, new CompletableFuture<>());
        asked.add(question);
        if (closed) {
            failAsked();
        }
        return question.answer();
    }

    private void failAsked() {
        for (Asked question = asked.poll(); question != null; question = asked.poll()) {
            fail(question.answer());
        }
    }

    private void fail(final CompletableFuture<String> answer) {
        waiting.decrementAndGet();
        answer.completeExceptionally(new RejectedExecutionException("the gateway has ended"));
    }

    /** {@return whether the core has taken all of the reference data} */
    public boolean isTold() {
        return told;
    }

    /** {@return what the core refused of the reference data, one text each, with field, value and bound} */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void onClose() {
        port.close();
        closed = true;
        failAsked();
        while (!unanswered.isEmpty()) {
            fail(unanswered.remove().answer());
        }
    }

    @Override
    public String roleName() {
        return "reference";
    }

    private void onRefused(final long seq, final String text) {
        final Iterator<Said> commands = unanswered.iterator();
        while (commands.hasNext()) {
            final Said command = commands.next();
            if (command.seq() == seq) {
                commands.remove();
                answer(command.answer(), text);
                return;
            }
        }
        refused.add(text);
    }

    private record Asked(Command command, CompletableFuture<String> answer) {}

    private record Said(long seq, CompletableFuture<String> answer) {}

    private final class Refusals implements EventHandler {
        @Override
        public boolean onEvent(final EventHeader header) {
            return header.causeEdgeId() == port.edgeId() && header.causeEpoch() == port.epoch();
        }

        @Override
        public void onCommandRefused(final CommandRefused event) {
            onRefused(event.seq(), event.text());
        }
    }
}
