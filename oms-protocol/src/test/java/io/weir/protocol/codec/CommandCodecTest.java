package io.weir.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.CommandHeader;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandCodecTest {
    private static final int OFFSET = 24;
    private static final int ROUNDS = 200;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[OFFSET + Bounds.MAX_COMMAND_LENGTH]);
    private final CommandWriter writer = new CommandWriter();
    private final CommandReader reader = new CommandReader();

    static Stream<Class<? extends Command>> commands() {
        return Messages.commands();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldReadWhatItWrote(final Class<? extends Command> type) {
        for (int seed = 1; seed <= ROUNDS; seed++) {
            assertReadsBack(Samples.random(seed).of(type), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldReadSmallestAndLargest(final Class<? extends Command> type) {
        assertReadsBack(Samples.smallest().of(type), "smallest");
        assertReadsBack(Samples.largest().of(type), "largest");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldFitItsFragment(final Class<? extends Command> type) {
        final int length = write(Samples.largest().of(type));

        assertTrue(length <= Bounds.MAX_COMMAND_LENGTH, () -> type + " may take " + length + " bytes");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldNotDecodeWhatIsTurnedAway(final Class<? extends Command> type) {
        final int length = write(Samples.plain().of(type));

        final Messages.Heard<CommandHeader> heard = Messages.hear(reader, buffer, OFFSET, length, 9, false);

        assertEquals(List.of(new CommandHeader(4095, 7, 1L << 40, 9)), heard.headers);
        assertEquals(List.of(), heard.messages);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldBePeekedAtAndRenumbered(final Class<? extends Command> type) {
        final Command command = Samples.plain().of(type);
        final int length = write(command);
        assertEquals(4095, Commands.edgeId(buffer, OFFSET));
        assertEquals(7, Commands.epoch(buffer, OFFSET));
        assertEquals(1L << 40, Commands.seq(buffer, OFFSET));
        assertTrue(Commands.templateId(buffer, OFFSET) >= 1 && Commands.templateId(buffer, OFFSET) <= 100);

        Commands.renumber(buffer, OFFSET, 8, 3);

        final Messages.Heard<CommandHeader> heard = Messages.hear(reader, buffer, OFFSET, length, 9, true);
        assertEquals(List.of(new CommandHeader(4095, 8, 3, 9)), heard.headers);
        assertEquals(List.of(command), heard.messages);
    }

    private void assertReadsBack(final Command command, final String which) {
        final int length = write(command);

        final Messages.Heard<CommandHeader> heard = Messages.hear(reader, buffer, OFFSET, length, -5, true);

        assertEquals(List.of(new CommandHeader(4095, 7, 1L << 40, -5)), heard.headers, which);
        assertEquals(List.of(command), heard.messages, which);
        assertEquals(List.of("on" + command.getClass().getSimpleName()), heard.methods, which);
    }

    private int write(final Command command) {
        return writer.write(command, 4095, 7, 1L << 40, buffer, OFFSET);
    }
}
