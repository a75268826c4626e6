package io.weir.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.Bounds;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.SessionEvent;
import io.weir.protocol.event.SessionHeader;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
    private static final int OFFSET = 32;
    private static final int ROUNDS = 200;
    private static final long POSITION = 1L << 50;
    private static final EventHeader HEADER = new EventHeader(1L << 41, -17, 4095, 7, 1L << 40, POSITION);

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[OFFSET + Bounds.MAX_EVENT_LENGTH]);
    private final EventWriter writer = new EventWriter();
    private final EventReader reader = new EventReader();

    static Stream<Class<? extends Event>> events() {
        return Messages.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldReadWhatItWrote(final Class<? extends Event> type) {
        for (int seed = 1; seed <= ROUNDS; seed++) {
            assertReadsBack(Samples.random(seed).of(type), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldReadSmallestAndLargest(final Class<? extends Event> type) {
        assertReadsBack(Samples.smallest().of(type), "smallest");
        assertReadsBack(Samples.largest().of(type), "largest");
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldFitItsFrame(final Class<? extends Event> type) {
        final int length = write(Samples.largest().of(type));

        assertTrue(length <= Bounds.MAX_EVENT_LENGTH, () -> type + " may take " + length + " bytes");
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldNotDecodeWhatIsTurnedAway(final Class<? extends Event> type) {
        final int length = write(Samples.plain().of(type));

        final Messages.Heard<EventHeader> heard = Messages.hear(reader, buffer, OFFSET, length, POSITION, false);

        assertEquals(List.of(HEADER), heard.headers);
        assertEquals(List.of(), heard.messages);
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldBePeekedAt(final Class<? extends Event> type) throws ReflectiveOperationException {
        for (int seed = 1; seed <= ROUNDS; seed++) {
            final Event event = Samples.random(seed).of(type);
            write(event);
            final boolean inSession = event instanceof SessionEvent;
            final SessionHeader session = inSession ? ((SessionEvent) event).session() : new SessionHeader(0, 0, 0, 0);

            assertTrue(Events.templateId(buffer, OFFSET) > 100);
            assertEquals(HEADER.eventSeq(), Events.eventSeq(buffer, OFFSET));
            assertEquals(HEADER.timeNs(), Events.timeNs(buffer, OFFSET));
            assertEquals(inSession, Events.isSessionEvent(buffer, OFFSET));
            assertEquals(session.msgSeqNum(), Events.msgSeqNum(buffer, OFFSET));
            assertEquals(session.previousPosition(), Events.previousPosition(buffer, OFFSET));
            assertEquals(field(event, "sessionId", session.sessionId()), Events.sessionId(buffer, OFFSET));
            assertEquals(field(event, "connectionId", session.connectionId()), Events.connectionId(buffer, OFFSET));
            assertEquals(field(event, "venueId", 0), Events.venueId(buffer, OFFSET));
        }
    }

    /** {@return a number that the record itself has, else what is given} */
    private static long field(final Event event, final String name, final long otherwise)
            throws ReflectiveOperationException {
        for (final RecordComponent component : event.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                return ((Number) component.getAccessor().invoke(event)).longValue();
            }
        }
        return otherwise;
    }

    private void assertReadsBack(final Event event, final String which) {
        final int length = write(event);

        final Messages.Heard<EventHeader> heard = Messages.hear(reader, buffer, OFFSET, length, POSITION, true);

        assertEquals(List.of(HEADER), heard.headers, which);
        assertEquals(List.of(event), heard.messages, which);
        assertEquals(List.of("on" + event.getClass().getSimpleName()), heard.methods, which);
    }

    private int write(final Event event) {
        return writer.write(
                HEADER.eventSeq(),
                HEADER.timeNs(),
                HEADER.causeEdgeId(),
                HEADER.causeEpoch(),
                HEADER.causeSeq(),
                event,
                buffer,
                OFFSET);
    }
}
