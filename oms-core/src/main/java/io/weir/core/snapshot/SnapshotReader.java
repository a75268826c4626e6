package io.weir.core.snapshot;

import io.weir.protocol.command.Command;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.Event;
import java.util.Optional;

/** Gives back what a {@link SnapshotWriter} took, in the same order. */
public interface SnapshotReader {
    /**
     * Enters a section.
     *
     * @param name expected next.
     * @throws IllegalStateException if something else stands here.
     */
    void section(String name);

    boolean getBoolean();

    int getInt();

    long getLong();

    String getText();

    Decimal getDecimal();

    Command getCommand();

    Event getEvent();

    /** {@return what was written to the {@linkplain SnapshotWriter#tailWriter() tail}; empty if the snapshot has none} */
    default Optional<SnapshotReader> tailReader() {
        return Optional.empty();
    }
}
