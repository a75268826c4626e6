package io.weir.acceptor.connection;

import io.weir.protocol.command.Command;
import io.weir.protocol.log.EdgePort;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the acceptor itself has to tell the core: a connection is gone, a resend is written, a probe is answered. A few per
 * connection; said in order, as soon as the log takes them. For one thread.
 */
final class Notices {
    private final EdgePort port;
    private final Deque<Command> notices = new ArrayDeque<>();

    Notices(final EdgePort port) {
        this.port = port;
    }

    /** Says a notice, now or as soon as it goes. */
    void say(final Command notice) {
        notices.add(notice);
        flush();
    }

    /** {@return notices said} */
    int flush() {
        int said = 0;
        while (!notices.isEmpty() && port.trySay(notices.peek()) != EdgePort.BACK_PRESSURED) {
            notices.poll();
            said++;
        }
        return said;
    }

    /** {@return whether nothing waits} */
    boolean isEmpty() {
        return notices.isEmpty();
    }
}
