package io.weir.protocol.codec;

import io.weir.protocol.command.Command;
import io.weir.protocol.command.CommandHandler;
import io.weir.protocol.command.CommandHeader;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;

/** All messages there are, and ears that keep what the readers call. */
final class Messages {
    private Messages() {}

    /** {@return the records of all commands} */
    static Stream<Class<? extends Command>> commands() {
        return records(Command.class);
    }

    /** {@return the records of all events} */
    static Stream<Class<? extends Event>> events() {
        return records(Event.class);
    }

    private static <T> Stream<Class<? extends T>> records(final Class<T> root) {
        if (root.isRecord()) {
            return Stream.of(root);
        }
        return Stream.of(root.getPermittedSubclasses())
                .flatMap(each -> records(each.asSubclass(root)))
                .map(each -> each.asSubclass(root));
    }

    /** Reads one command, and keeps its header and what was called. */
    static Heard<CommandHeader> hear(
            final CommandReader reader,
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final long timeNs,
            final boolean wanted) {
        final Heard<CommandHeader> heard = new Heard<>(wanted);
        reader.read(buffer, offset, length, timeNs, heard.as(CommandHandler.class));
        return heard;
    }

    /** Reads one event, and keeps its header and what was called. */
    static Heard<EventHeader> hear(
            final EventReader reader,
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final long position,
            final boolean wanted) {
        final Heard<EventHeader> heard = new Heard<>(wanted);
        reader.read(buffer, offset, length, position, heard.as(EventHandler.class));
        return heard;
    }

    /** What a reader called: headers first, then messages, each with the name of the method. */
    static final class Heard<H> {
        final List<Object> headers = new ArrayList<>();
        final List<Object> messages = new ArrayList<>();
        final List<String> methods = new ArrayList<>();
        private final boolean wanted;

        Heard(final boolean wanted) {
            this.wanted = wanted;
        }

        <T> T as(final Class<T> handler) {
            return handler.cast(Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, args) -> {
                        if (method.getReturnType() == boolean.class) {
                            headers.add(args[0]);
                            return wanted;
                        }
                        messages.add(args[0]);
                        methods.add(method.getName());
                        return null;
                    }));
        }
    }
}
