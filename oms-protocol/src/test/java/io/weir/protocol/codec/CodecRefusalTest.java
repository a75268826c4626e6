package io.weir.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.DefineFixSession;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.event.Alert;
import io.weir.protocol.event.EdgeAck;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.OrderRouted;
import io.weir.protocol.event.Pulse;
import io.weir.protocol.event.RouteChoice;
import java.util.Collections;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class CodecRefusalTest {
    private static final int TEMPLATE_ID = 2;
    private static final int SCHEMA_ID = 4;
    private static final int VERSION = 6;
    private static final int KIND = 32;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Bounds.MAX_EVENT_LENGTH]);

    @Test
    void shouldNameTooLongText() {
        assertEquals(
                "text has 257 bytes, more than 256",
                refusal(new Disconnected(1, "x".repeat(Bounds.MAX_TEXT_LENGTH + 1))));
        assertEquals("name has 33 bytes, more than 32", refusal(new DefineVenue("x".repeat(33), true, 0, 0, 1)));
    }

    @Test
    void shouldMeasureTextInBytes() {
        assertEquals("text has 258 bytes, more than 256", refusal(new Disconnected(1, "€".repeat(86))));
        assertEquals(85, Bounds.cutText("€".repeat(86)).length());
    }

    @Test
    void shouldNameTooLongList() {
        assertEquals(
                "accounts has 65 entries, more than 64",
                refusal(new DefineFixSession("CLIENT", "A", Collections.nCopies(65, "A"), 0, 1)));
        assertEquals(
                "edges has 65 entries, more than 64",
                refusal(new Pulse(1, Collections.nCopies(65, new EdgeAck(1, 1, 1)))));
        assertEquals(
                "why has 129 bytes, more than 128",
                refusal(new OrderRouted(1, 1, List.of(new RouteChoice("V", 1, 1, 1, "x".repeat(129))))));
    }

    @Test
    void shouldRefuseUnknownTemplate() {
        final int length = write(new Alert("subject", "text"));
        buffer.putShort(TEMPLATE_ID, (short) 9999);

        assertEquals("no event has template id 9999 (schema version 1)", unreadableEvent(length));
        assertEquals("no command has template id 9999 (schema version 1)", unreadableCommand(length));
    }

    @Test
    void shouldRefuseOtherSchema() {
        final int length = write(new Alert("subject", "text"));
        buffer.putShort(SCHEMA_ID, (short) 111);

        assertEquals("message of schema 111, not 44", unreadableEvent(length));
    }

    @Test
    void shouldRefuseVersionOfTheFuture() {
        final int length = write(new Alert("subject", "text"));
        buffer.putShort(VERSION, (short) 2);

        assertEquals("message 106 of version 2, not 1 to 1", unreadableEvent(length));
    }

    @Test
    void shouldRefuseCutOffMessage() {
        final int length = write(new Alert("subject", "text"));

        assertEquals("message of 7 bytes is shorter than its header", unreadableEvent(7));
        assertEquals("message 106 of 39 bytes is shorter than its block of 32", unreadableEvent(39));
        assertEquals("message 106 has a text of 4 bytes, and 3 are left of it", unreadableEvent(length - 1));
        assertEquals("message 106 is cut off within its texts", unreadableEvent(41));
    }

    @Test
    void shouldRefuseUnknownCode() {
        final int length = new CommandWriter().write(new EdgeStart(5, EdgeKind.OPS, ""), 1, 0, 0, buffer, 0);
        buffer.putByte(KIND, (byte) 77);

        assertEquals("EdgeKind has no value 77", unreadableCommand(length));
    }

    private int write(final Event event) {
        return new EventWriter().write(1, 2, 3, 4, 5, event, buffer, 0);
    }

    private String refusal(final Event event) {
        return assertThrows(IllegalArgumentException.class, () -> write(event)).getMessage();
    }

    private String refusal(final Command command) {
        return assertThrows(
                        IllegalArgumentException.class, () -> new CommandWriter().write(command, 1, 1, 1, buffer, 0))
                .getMessage();
    }

    private String unreadableEvent(final int length) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> Messages.hear(new EventReader(), buffer, 0, length, 0, true))
                .getMessage();
    }

    private String unreadableCommand(final int length) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> Messages.hear(new CommandReader(), buffer, 0, length, 0, true))
                .getMessage();
    }
}
