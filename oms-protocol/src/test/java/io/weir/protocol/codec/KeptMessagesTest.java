package io.weir.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.protocol.command.CommandHeader;
import io.weir.protocol.event.EventHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log kept from version 1 still reads. */
class KeptMessagesTest {
    private static final long LOG_TIME_NS = 7;
    private static final long POSITION = 8;
    private static final int LAST_COMMAND_TEMPLATE = 100;

    static Stream<String> kept() {
        try (InputStream in = KeptMessagesTest.class.getResourceAsStream("/kept/version-1.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void shouldStillRead(final String line) {
        final String[] columns = line.split("\t");
        final UnsafeBuffer buffer = new UnsafeBuffer(HexFormat.of().parseHex(columns[1]));

        if (Commands.templateId(buffer, 0) <= LAST_COMMAND_TEMPLATE) {
            final Messages.Heard<CommandHeader> heard =
                    Messages.hear(new CommandReader(), buffer, 0, buffer.capacity(), LOG_TIME_NS, true);
            assertEquals(
                    List.of(new CommandHeader(KeptMessages.EDGE_ID, KeptMessages.EPOCH, KeptMessages.SEQ, LOG_TIME_NS)),
                    heard.headers);
            assertRead(columns, heard);
        } else {
            final Messages.Heard<EventHeader> heard =
                    Messages.hear(new EventReader(), buffer, 0, buffer.capacity(), POSITION, true);
            assertEquals(
                    List.of(new EventHeader(
                            KeptMessages.EVENT_SEQ,
                            KeptMessages.TIME_NS,
                            KeptMessages.EDGE_ID,
                            KeptMessages.EPOCH,
                            KeptMessages.SEQ,
                            POSITION)),
                    heard.headers);
            assertRead(columns, heard);
        }
    }

    private static void assertRead(final String[] columns, final Messages.Heard<?> heard) {
        assertEquals(List.of("on" + columns[0]), heard.methods);
        assertEquals(columns[2], heard.messages.get(0).toString());
    }

    @Test
    void shouldHaveKeptEveryMessage() {
        final Set<String> all = Stream.concat(Messages.commands(), Messages.events())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(all, kept().map(line -> line.split("\t")[0]).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void shouldGiveEachMessageItsOwnNumber() {
        final long numbers = kept().map(line -> HexFormat.of().parseHex(line.split("\t")[1]))
                .map(bytes -> Commands.templateId(new UnsafeBuffer(bytes), 0))
                .distinct()
                .count();

        assertEquals(kept().count(), numbers);
    }
}
