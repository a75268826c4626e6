package io.weir.core.snapshot;

import io.weir.protocol.command.Command;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.Event;
import java.util.Optional;

/** Takes plain values one after the other; what stands behind it pages them out. */
public interface SnapshotWriter {
    /**
     * Begins a section, so that a reader which has lost its place fails at once.
     *
     * @param name of the section.
     */
    void section(String name);

    void putBoolean(boolean value);

    void putInt(int value);

    void putLong(long value);

    /** Writes a text of any characters, at most 65,535 bytes of UTF-8, not null. */
    void putText(String value);

    void putDecimal(Decimal value);

    /** Writes a whole command, encoded as in the log. */
    void putCommand(Command value);

    /** Writes a whole event, encoded as in the journal. */
    void putEvent(Event value);

    /** {@return the tail, where a large part of the state may follow little by little behind the end of this; empty if all is to be written now} */
    default Optional<SnapshotWriter> tailWriter() {
        return Optional.empty();
    }
}
