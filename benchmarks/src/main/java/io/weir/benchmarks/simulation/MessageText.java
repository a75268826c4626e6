package io.weir.benchmarks.simulation;

import io.weir.protocol.codec.CommandReader;
import io.weir.protocol.codec.EventReader;
import io.weir.protocol.command.CommandHandler;
import io.weir.protocol.event.EventHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.agrona.DirectBuffer;

/** Encoded commands and events as text, for the trace: slow, whole, and only used when a failing history is told again. */
public final class MessageText {
    private final CommandReader commands = new CommandReader();
    private final EventReader events = new EventReader();
    private final CommandHandler commandHandler = catching(CommandHandler.class);
    private final EventHandler eventHandler = catching(EventHandler.class);
    private Object caught;

    /**
     * Reads a command.
     *
     * @param buffer holds it.
     * @param length its length in bytes, from 0 on.
     * @return its record as text.
     */
    public String ofCommand(final DirectBuffer buffer, final int length) {
        commands.read(buffer, 0, length, 0, commandHandler);
        return String.valueOf(caught);
    }

    /**
     * Reads an event.
     *
     * @param buffer   holds it.
     * @param length   its length in bytes, from 0 on.
     * @param position behind it.
     * @return its record as text.
     */
    public String ofEvent(final DirectBuffer buffer, final int length, final long position) {
        events.read(buffer, 0, length, position, eventHandler);
        return String.valueOf(caught);
    }

    private <H> H catching(final Class<H> handler) {
        return handler.cast(Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, this::onCalled));
    }

    private Object onCalled(final Object proxy, final Method method, final Object[] arguments) {
        if (method.getReturnType() == boolean.class) {
            return true;
        }
        caught = arguments[0];
        return null;
    }
}
