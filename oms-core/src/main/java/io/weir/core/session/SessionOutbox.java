package io.weir.core.session;

import io.weir.protocol.event.SessionEvent;
import io.weir.protocol.event.SessionHeader;

/** Numbers and says the application messages of clients' sessions, whether the client is there or away. */
public interface SessionOutbox {
    /**
     * Takes the session's next MsgSeqNum. The message made with it is the next thing said.
     *
     * @param sessionId a session that exists.
     * @return the header of the message.
     */
    SessionHeader next(int sessionId);

    /**
     * Says a message made with {@link #next}.
     *
     * @param message an application message.
     */
    void say(SessionEvent message);
}
