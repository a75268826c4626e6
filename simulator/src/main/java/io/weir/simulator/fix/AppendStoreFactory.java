package io.weir.simulator.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import quickfix.MessageStore;
import quickfix.MessageStoreFactory;
import quickfix.SessionID;

/** Makes the store of each session of a venue, one file each in one directory. */
final class AppendStoreFactory implements MessageStoreFactory {
    private static final long MAX_FILE_BYTES = 1L << 30;

    private final Path directory;

    AppendStoreFactory(final Path directory) {
        this.directory = directory;
    }

    @Override
    public MessageStore create(final SessionID sessionId) {
        final Path file = directory.resolve(sessionId.getTargetCompID().replaceAll("[^A-Za-z0-9_-]", "_") + ".session");
        try {
            return new AppendStore(file, MAX_FILE_BYTES);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot open the session store " + file, e);
        }
    }
}
