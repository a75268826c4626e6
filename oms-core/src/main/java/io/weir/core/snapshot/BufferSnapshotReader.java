package io.weir.core.snapshot;

import static io.weir.core.snapshot.BufferSnapshotWriter.MAX_TEXT_BYTES;
import static io.weir.core.snapshot.BufferSnapshotWriter.ORDER;

import io.weir.protocol.codec.CommandReader;
import io.weir.protocol.codec.EventReader;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.CommandHandler;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.EventHandler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads what a {@link BufferSnapshotWriter} has written, page by page, and asks its source for the next page when it needs
 * one. A snapshot that ends early or is out of step throws: the node must not start from it. For one thread, once.
 */
public final class BufferSnapshotReader implements SnapshotReader {
    private final SnapshotSource source;
    private final MutableDirectBuffer page = new UnsafeBuffer(new byte[SnapshotSink.MAX_PAGE_LENGTH]);
    private final CommandReader commands = new CommandReader();
    private final EventReader events = new EventReader();
    private final Caught<Command> caughtCommand = new Caught<>(Command.class);
    private final Caught<Event> caughtEvent = new Caught<>(Event.class);
    private final CommandHandler commandHandler = caughtCommand.as(CommandHandler.class);
    private final EventHandler eventHandler = caughtEvent.as(EventHandler.class);
    private String section = "none";
    private SnapshotReader tail;
    private int length;
    private int offset;

    public BufferSnapshotReader(final SnapshotSource source) {
        this.source = source;
    }

    /** The snapshot has a tail; said before anything of it is read. */
    public void tail(final SnapshotReader reader) {
        tail = reader;
    }

    @Override
    public void section(final String name) {
        final String found = getText();
        if (!found.equals(name)) {
            throw new IllegalStateException(
                    "snapshot has section '" + found + "' behind '" + section + "' instead of '" + name + "'");
        }
        section = name;
    }

    @Override
    public boolean getBoolean() {
        return page.getByte(take(1)) != 0;
    }

    @Override
    public int getInt() {
        return page.getInt(take(Integer.BYTES), ORDER);
    }

    @Override
    public long getLong() {
        return page.getLong(take(Long.BYTES), ORDER);
    }

    @Override
    public String getText() {
        final int textLength = getInt();
        if (textLength < 0 || textLength > MAX_TEXT_BYTES) {
            throw new IllegalStateException(
                    "snapshot has a text of " + textLength + " bytes in section '" + section + "'");
        }
        final byte[] bytes = new byte[textLength];
        int done = 0;
        while (done < textLength) {
            needPage();
            final int part = Math.min(textLength - done, length - offset);
            page.getBytes(offset, bytes, done, part);
            offset += part;
            done += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public Decimal getDecimal() {
        final long mantissa = getLong();
        return new Decimal(mantissa, getInt());
    }

    @Override
    public Command getCommand() {
        final int messageLength = getInt();
        commands.read(page, take(messageLength), messageLength, 0, commandHandler);
        return caughtCommand.take();
    }

    @Override
    public Event getEvent() {
        final int messageLength = getInt();
        events.read(page, take(messageLength), messageLength, 0, eventHandler);
        return caughtEvent.take();
    }

    @Override
    public Optional<SnapshotReader> tailReader() {
        return Optional.ofNullable(tail);
    }

    /** Makes sure that the snapshot ends here. */
    public void finish() {
        section(BufferSnapshotWriter.END);
    }

    private int take(final int wanted) {
        needPage();
        if (wanted < 0 || wanted > length - offset) {
            throw new IllegalStateException("snapshot is cut or out of step in section '" + section + "': wants "
                    + wanted + " bytes, the page has " + (length - offset));
        }
        final int at = offset;
        offset += wanted;
        return at;
    }

    private void needPage() {
        if (offset < length) {
            return;
        }
        offset = 0;
        length = source.read(page);
        if (length <= 0) {
            throw new IllegalStateException("snapshot ends in section '" + section + "'");
        }
    }
}
