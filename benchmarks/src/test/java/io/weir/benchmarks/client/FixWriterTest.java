package io.weir.benchmarks.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the client writes is FIX, and what it reads is checked. */
class FixWriterTest {
    private static final long MS = 1_700_000_000_123L;

    private final LoadSession session = new LoadSession("ME", "YOU", "secret");
    private final byte[] out = new byte[1 << 14];
    private final FixWriter writer = new FixWriter(session);

    @Test
    void shouldWriteHeaderLengthAndCheckSum() {
        writer.begin("0", MS);
        writer.put(FixWriter.fields("112=A|"));

        final int end = writer.finish(out, 0);

        final String body = "35=0|49=ME|56=YOU|34=1|52=20231114-22:13:20.123|112=A|";
        final String message = "8=FIX.4.4|9=" + body.length() + "|" + body;
        assertEquals(
                message + String.format("10=%03d|", sum(message.replace('|', '\001')) % 256),
                new String(out, 0, end, StandardCharsets.US_ASCII).replace('\001', '|'));
    }

    @Test
    void shouldNumberMessagesOneByOne() throws IOException {
        int end = 0;
        for (int i = 0; i < 12; i++) {
            writer.begin("0", MS);
            end = writer.finish(out, end);
        }

        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), numbers(new ByteArrayInputStream(out, 0, end), 1));
    }

    @Test
    void shouldReadMessagesHoweverTheyAreCut() throws IOException {
        final Orders orders = new Orders("R1-", 5, OrderTerms.RESTING, false);
        int end = 0;
        for (int i = 0; i < 5; i++) {
            writer.begin("D", MS);
            orders.put(writer, i, 0, 0, MS);
            end = writer.finish(out, end);
        }

        for (int piece = 1; piece < end; piece += 7) {
            assertEquals(List.of(1, 2, 3, 4, 5), numbers(new ByteArrayInputStream(out, 0, end), piece));
        }
    }

    @Test
    void shouldRefuseAWrongCheckSum() {
        writer.begin("0", MS);
        final int end = writer.finish(out, 0);
        out[end - 2] = out[end - 2] == '0' ? (byte) '1' : (byte) '0';

        final LoadException refused =
                assertThrows(LoadException.class, () -> numbers(new ByteArrayInputStream(out, 0, end), end));

        assertTrue(refused.getMessage().startsWith("CheckSum(10)"), refused.getMessage());
    }

    /** MsgSeqNums of all messages, read a few bytes at a time. */
    private static List<Integer> numbers(final ByteArrayInputStream in, final int piece) throws IOException {
        final List<Integer> numbers = new ArrayList<>();
        final FixReader reader = new FixReader(pieces(in, piece), message -> numbers.add(message.msgSeqNum()));
        boolean open = true;
        while (open) {
            open = reader.read();
        }
        return numbers;
    }

    private static ReadableByteChannel pieces(final ByteArrayInputStream in, final int piece) {
        final ReadableByteChannel all = Channels.newChannel(in);
        return new ReadableByteChannel() {
            @Override
            public int read(final ByteBuffer to) throws IOException {
                final int limit = to.limit();
                to.limit(Math.min(limit, to.position() + piece));
                final int read = all.read(to);
                to.limit(limit);
                return read;
            }

            @Override
            public boolean isOpen() {
                return all.isOpen();
            }

            @Override
            public void close() throws IOException {
                all.close();
            }
        };
    }

    private static int sum(final String text) {
        return text.chars().sum();
    }
}
