package io.weir.app.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for every message that the gateway sends, whatever it says. Source: FIX 4.4 volume 2. */
final class MessageRules {
    private static final Set<Integer> HEADER = Set.of(8, 9, 35, 49, 56, 34, 43, 97, 52, 122);
    private static final Set<Integer> TIMES = Set.of(52, 60, 122);
    private static final Duration ACCURACY = Duration.ofSeconds(120);

    private MessageRules() {}

    /**
     * Checks one message.
     *
     * @param message as it came.
     * @param compId  of the client.
     */
    static void check(final Message message, final String compId) {
        final String shown = message.toString();
        checkFrame(message, shown);
        checkFields(message, shown);
        assertEquals("GATEWAY", message.value(49), shown);
        assertEquals(compId, message.value(56), shown);
        assertTrue(message.has(34) && message.has(52), shown);
        final Instant sendingTime = Fix.instant(message.value(52));
        assertTrue(
                Duration.between(sendingTime, Instant.now()).abs().compareTo(ACCURACY) < 0,
                () -> "SendingTime(52) is off: " + shown);
        assertEquals(message.isPossDup(), message.has(122), () -> "OrigSendingTime(122) belongs to 43=Y: " + shown);
        if (message.isPossDup()) {
            assertFalse(Fix.instant(message.value(122)).isAfter(sendingTime), shown);
        }
    }

    /** BodyLength was right, or there would be no message. */
    private static void checkFrame(final Message message, final String shown) {
        final List<Message.Field> fields = message.fields();
        assertEquals(
                List.of(8, 9, 35),
                fields.subList(0, 3).stream().map(Message.Field::tag).toList(),
                shown);
        assertEquals("FIX.4.4", message.value(8), shown);
        assertEquals(10, fields.get(fields.size() - 1).tag(), shown);
        final String summed = shown.substring(0, shown.length() - "10=000|".length());
        assertEquals(
                shown,
                new String(Fix.withCheckSum(summed, 0)).replace(Fix.SOH, '|'),
                "CheckSum(10) is not the right one");
    }

    private static void checkFields(final Message message, final String shown) {
        final Set<Integer> seen = new HashSet<>();
        boolean inBody = false;
        for (final Message.Field field : message.fields()) {
            assertFalse(field.value().isEmpty(), () -> "an empty field " + field.tag() + ": " + shown);
            assertTrue(seen.add(field.tag()), () -> "field " + field.tag() + " twice: " + shown);
            inBody |= !HEADER.contains(field.tag());
            assertFalse(
                    inBody && HEADER.contains(field.tag()), () -> "header field " + field.tag() + " behind: " + shown);
            if (TIMES.contains(field.tag())) {
                assertTrue(field.value().matches("\\d{8}-\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?"), shown);
            }
        }
    }
}
