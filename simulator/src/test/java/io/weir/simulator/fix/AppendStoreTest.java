package io.weir.simulator.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendStoreTest {
    private static final long LARGE = 1L << 20;

    @TempDir
    private Path dir;

    @Test
    void shouldKnowNumbersAndMessagesAgain() throws IOException {
        final long created;
        try (AppendStore store = open(LARGE)) {
            send(store, 1, 300);
            store.incrNextTargetMsgSeqNum();
            store.setNextTargetMsgSeqNum(41);
            created = store.getCreationTime().getTime() / 1_000;
        }
        try (AppendStore store = open(LARGE)) {
            assertEquals(301, store.getNextSenderMsgSeqNum());
            assertEquals(41, store.getNextTargetMsgSeqNum());
            assertEquals(created, store.getCreationTime().getTime() / 1_000);
            assertEquals(List.of("message 130", "message 131"), get(store, 130, 131));
            assertEquals(300, get(store, 1, 1_000).size());
            store.reset();
            assertEquals(1, store.getNextSenderMsgSeqNum());
            assertEquals(List.of(), get(store, 1, 1_000));
        }
        try (AppendStore store = open(LARGE)) {
            assertEquals(1, store.getNextSenderMsgSeqNum());
            assertEquals(1, store.getNextTargetMsgSeqNum());
        }
    }

    @Test
    void shouldForgetOnlyAMessageThatWasCutShort() throws IOException {
        try (AppendStore store = open(LARGE)) {
            send(store, 1, 10);
        }
        final byte[] bytes = Files.readAllBytes(file());
        for (int cut = 1; cut < 12; cut++) {
            Files.write(file(), Arrays.copyOf(bytes, bytes.length - cut));
            try (AppendStore store = open(LARGE)) {
                assertEquals(10, store.getNextSenderMsgSeqNum());
                assertEquals(9, get(store, 1, 100).size());
                send(store, 10, 10);
                assertEquals(10, get(store, 1, 100).size());
            }
        }
    }

    @Test
    void shouldForgetTheOldestWhenItsFilesAreFull() throws IOException {
        try (AppendStore store = open(2_000)) {
            send(store, 1, 1_000);
            assertTrue(Files.size(file()) < 2_100);
        }
        try (AppendStore store = open(2_000)) {
            assertEquals(1_001, store.getNextSenderMsgSeqNum());
            final List<String> kept = get(store, 1, 1_000);
            assertTrue(kept.size() > 50 && kept.size() < 300, kept.size() + " kept");
            assertEquals("message 1000", kept.get(kept.size() - 1));
        }
    }

    private Path file() {
        return dir.resolve("a.session");
    }

    private AppendStore open(final long maxFileBytes) throws IOException {
        return new AppendStore(file(), maxFileBytes);
    }

    private static void send(final AppendStore store, final int from, final int to) throws IOException {
        for (int i = from; i <= to; i++) {
            store.set(i, "message " + i);
            store.incrNextSenderMsgSeqNum();
        }
    }

    private static List<String> get(final AppendStore store, final int from, final int to) throws IOException {
        final List<String> messages = new ArrayList<>();
        store.get(from, to, messages);
        return messages;
    }
}
