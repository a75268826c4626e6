package io.weir.core.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.Disconnected;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.Closed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class BufferSnapshotTest {
    private final List<byte[]> pages = new ArrayList<>();

    private BufferSnapshotWriter writer() {
        return new BufferSnapshotWriter((buffer, offset, length) -> {
            final byte[] page = new byte[length];
            buffer.getBytes(offset, page);
            pages.add(page);
        });
    }

    private BufferSnapshotReader reader() {
        final int[] next = {0};
        return new BufferSnapshotReader(page -> {
            if (next[0] == pages.size()) {
                return 0;
            }
            final byte[] bytes = pages.get(next[0]++);
            page.putBytes(0, new UnsafeBuffer(bytes), 0, bytes.length);
            return bytes.length;
        });
    }

    @Test
    void shouldGiveBackEveryKindOfValue() {
        final Disconnected command = new Disconnected(77, "gone");
        final Closed event = new Closed(77, 3, true, "why");
        final BufferSnapshotWriter writer = writer();
        writer.section("one");
        writer.putBoolean(true);
        writer.putInt(-7);
        writer.putLong(Long.MIN_VALUE);
        writer.putText("Ünïcode €");
        writer.putDecimal(new Decimal(-12_345, 3));
        writer.putDecimal(Decimal.ABSENT);
        writer.putCommand(command);
        writer.putEvent(event);
        writer.finish();
        final BufferSnapshotReader reader = reader();
        reader.section("one");
        assertTrue(reader.getBoolean());
        assertEquals(-7, reader.getInt());
        assertEquals(Long.MIN_VALUE, reader.getLong());
        assertEquals("Ünïcode €", reader.getText());
        assertEquals(new Decimal(-12_345, 3), reader.getDecimal());
        assertEquals(Decimal.ABSENT, reader.getDecimal());
        assertEquals(command, reader.getCommand());
        assertEquals(event, reader.getEvent());
        reader.finish();
    }

    @Test
    void shouldKeepPagesWithinTheirBoundWhateverTheValues() {
        final long seed = 42;
        write(new Random(seed));
        assertTrue(pages.size() > 10);
        for (final byte[] page : pages) {
            assertTrue(page.length <= SnapshotSink.MAX_PAGE_LENGTH);
        }
        final Random again = new Random(seed);
        final BufferSnapshotReader reader = reader();
        for (int i = 0; i < 2_000; i++) {
            final int length = again.nextInt(3) == 0 ? again.nextInt(600) : again.nextInt(10);
            assertEquals("x".repeat(length), reader.getText());
            assertEquals(i, reader.getLong());
            assertEquals(new Disconnected(i, "gone"), reader.getCommand());
        }
        assertEquals("y".repeat(65_535), reader.getText());
        reader.finish();
    }

    private void write(final Random random) {
        final BufferSnapshotWriter writer = writer();
        for (int i = 0; i < 2_000; i++) {
            writer.putText("x".repeat(random.nextInt(3) == 0 ? random.nextInt(600) : random.nextInt(10)));
            writer.putLong(i);
            writer.putCommand(new Disconnected(i, "gone"));
        }
        writer.putText("y".repeat(65_535));
        writer.finish();
    }

    @Test
    void shouldFailInAWrongSection() {
        final BufferSnapshotWriter writer = writer();
        writer.section("edges");
        writer.finish();
        final IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> reader().section("orders"));
        assertTrue(thrown.getMessage().contains("edges") && thrown.getMessage().contains("orders"));
    }

    @Test
    void shouldFailWhenPagesAreMissing() {
        final BufferSnapshotWriter writer = writer();
        for (int i = 0; i < 10_000; i++) {
            writer.putLong(i);
        }
        writer.finish();
        pages.remove(pages.size() - 1);
        final BufferSnapshotReader reader = reader();
        assertThrows(IllegalStateException.class, () -> {
            for (int i = 0; i < 10_000; i++) {
                reader.getLong();
            }
        });
    }

    @Test
    void shouldRefuseATextThatIsTooLong() {
        assertThrows(IllegalStateException.class, () -> writer().putText("z".repeat(65_536)));
    }
}
