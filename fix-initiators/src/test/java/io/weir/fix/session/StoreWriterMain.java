package io.weir.fix.session;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/** Writes to a session's store for ever and says each number once it is used; ends by being killed. */
final class StoreWriterMain {
    private StoreWriterMain() {}

    public static void main(final String[] arguments) throws IOException {
        final PrintStream out = System.out;
        final SessionStore store = SessionStore.open(Path.of(arguments[0]), false, Clock.systemUTC());
        store.setNextTargetMsgSeqNum(store.getNextSenderMsgSeqNum());
        while (true) {
            final int seq = store.getNextSenderMsgSeqNum();
            store.set(seq, SessionStoreTest.message(seq));
            store.incrNextSenderMsgSeqNum();
            store.incrNextTargetMsgSeqNum();
            store.taken(store.generation(), seq + 1);
            out.println(seq);
            out.flush();
        }
    }
}
