package io.weir.protocol.codec;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.Command;
import io.weir.protocol.event.Event;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Prints one line a message: its name, its bytes, its text. The lines of a released version are kept under
 * {@code src/test/resources/kept} and never change; a new version gets a file of its own.
 */
final class KeptMessages {
    static final int EDGE_ID = 2;
    static final int EPOCH = 3;
    static final long SEQ = 4;
    static final long EVENT_SEQ = 5;
    static final long TIME_NS = 6;

    private KeptMessages() {}

    public static void main(final String[] args) {
        final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Messages.commands().forEach(type -> out.println(line(Samples.plain().of(type))));
        Messages.events().forEach(type -> out.println(line(Samples.plain().of(type))));
    }

    private static String line(final Command command) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Bounds.MAX_COMMAND_LENGTH]);
        return line(command, buffer, new CommandWriter().write(command, EDGE_ID, EPOCH, SEQ, buffer, 0));
    }

    private static String line(final Event event) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Bounds.MAX_EVENT_LENGTH]);
        return line(event, buffer, new EventWriter().write(EVENT_SEQ, TIME_NS, EDGE_ID, EPOCH, SEQ, event, buffer, 0));
    }

    private static String line(final Object message, final UnsafeBuffer buffer, final int length) {
        final String bytes = HexFormat.of().formatHex(buffer.byteArray(), 0, length);
        return message.getClass().getSimpleName() + "\t" + bytes + "\t" + message;
    }
}
