package io.weir.core.order;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.command.Command;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A snapshot as a list of values; the reader checks that each is read back as what it was written. */
final class ListSnapshot implements SnapshotWriter, SnapshotReader {
    private final List<Object> values = new ArrayList<>();
    private final ListSnapshot later;
    private boolean isReading;
    private int next;

    ListSnapshot() {
        this(null);
    }

    /** A snapshot of which a part goes to another list. */
    ListSnapshot(final ListSnapshot later) {
        this.later = later;
    }

    /** All is written; what follows reads. */
    ListSnapshot reading() {
        isReading = true;
        if (later != null) {
            later.reading();
        }
        return this;
    }

    List<Object> values() {
        return values;
    }

    boolean isReadUp() {
        return next == values.size() && (later == null || later.isReadUp());
    }

    private <T> T take(final Class<T> type) {
        return type.cast(values.get(next++));
    }

    @Override
    public void section(final String name) {
        if (isReading) {
            final String found = take(String.class);
            if (!found.equals("#" + name)) {
                throw new IllegalStateException("section " + name + " expected, found " + found);
            }
        } else {
            values.add("#" + name);
        }
    }

    @Override
    public void putBoolean(final boolean value) {
        values.add(value);
    }

    @Override
    public void putInt(final int value) {
        values.add(value);
    }

    @Override
    public void putLong(final long value) {
        values.add(value);
    }

    @Override
    public void putText(final String value) {
        values.add(Objects.requireNonNull(value));
    }

    @Override
    public void putDecimal(final Decimal value) {
        values.add(value);
    }

    @Override
    public void putCommand(final Command value) {
        values.add(value);
    }

    @Override
    public void putEvent(final Event value) {
        values.add(value);
    }

    @Override
    public Optional<SnapshotWriter> tailWriter() {
        return Optional.ofNullable(later);
    }

    @Override
    public Optional<SnapshotReader> tailReader() {
        return Optional.ofNullable(later);
    }

    @Override
    public boolean getBoolean() {
        return take(Boolean.class);
    }

    @Override
    public int getInt() {
        return take(Integer.class);
    }

    @Override
    public long getLong() {
        return take(Long.class);
    }

    @Override
    public String getText() {
        return take(String.class);
    }

    @Override
    public Decimal getDecimal() {
        return take(Decimal.class);
    }

    @Override
    public Command getCommand() {
        return take(Command.class);
    }

    @Override
    public Event getEvent() {
        return take(Event.class);
    }
}
