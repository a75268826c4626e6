package io.weir.acceptor.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.acceptor.Fix;
import io.weir.acceptor.message.FixFramer.Found;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixFramerTest {
    private final FixFramer framer = new FixFramer();
    private final List<String> messages = new ArrayList<>();
    private int garbled;

    @Test
    void shouldFindManyMessagesInOneSegment() {
        feed(join(Fix.client("0", 2, ""), Fix.client("1", 3, "112=T"), Fix.client("0", 4, "112=x")));
        assertEquals(List.of("2", "3", "4"), messages);
    }

    @Test
    void shouldFindMessagesThatComeByteByByte() {
        for (final byte b : join(Fix.client("0", 2, ""), Fix.client("1", 3, "112=T"))) {
            feed(new byte[] {b});
        }
        assertEquals(List.of("2", "3"), messages);
        assertEquals(0, garbled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8=FIX.4.4|9=5|35=0|49=CLIENT|56=GATEWAY|34=2|10=000|",
                "8=FIX.4.4|9=x|35=0|34=2|10=000|",
                "8=FIX.4.4|35=0|9=10|34=2|10=000|",
                "8=FIX.4.4|9=10|34=2|35=0|10=000|",
                "8=FIX.4.4.4.4.4.4.4.4|9=5|35=0|10=000|",
                "GET / HTTP/1.1",
                "|||||",
            })
    void shouldStepOverWhatIsGarbled(final String garbage) {
        feed(join(garbage.replace('|', '\u0001').getBytes(StandardCharsets.ISO_8859_1), Fix.client("0", 3, "")));
        assertEquals(List.of("3"), messages);
        assertEquals(1, garbled);
    }

    @Test
    void shouldStepOverAWrongCheckSum() {
        final byte[] wrong = Fix.client("0", 2, "");
        wrong[wrong.length - 2] = (byte) (wrong[wrong.length - 2] == '9' ? '0' : '9');
        feed(join(wrong, Fix.client("0", 3, "")));
        assertEquals(List.of("3"), messages);
        assertEquals(1, garbled);
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, -1, 1, 7, 500, 60_000})
    void shouldStepOverAWrongBodyLengthBeforeTheNextMessageIsSwallowed(final int off) {
        final String text = new String(Fix.client("0", 2, ""), StandardCharsets.ISO_8859_1);
        final int length = Integer.parseInt(text.substring(12, text.indexOf('\u0001', 12)));
        final String wrong = text.substring(0, text.length() - 7).replace("9=" + length, "9=" + (length + off));
        feed(Fix.sum(wrong));
        feed(Fix.client("0", 3, ""));
        assertEquals(List.of("3"), messages);
        assertEquals(1, garbled);
    }

    @Test
    void shouldGiveUpOnAMessageLargerThanTheBound() {
        feed(("8=FIX.4.4\u00019=1048576\u000135=D\u0001").getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(framer.fault().contains("1048576"), framer.fault());
        assertTrue(framer.fault().contains(Integer.toString(FixFramer.MAX_BODY_LENGTH)), framer.fault());
    }

    @Test
    void shouldGiveUpOnALengthOfEightDigits() {
        feed(("8=FIX.4.4\u00019=00000005\u000135=0\u0001").getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(framer.fault().contains("7 digits"), framer.fault());
    }

    @Test
    void shouldTakeAMessageAtTheBound() {
        final int rest =
                FixFramer.MAX_BODY_LENGTH - "35=0|49=CLIENT|56=GATEWAY|34=2|52=|58=||".length() - Fix.NOON.length();
        final byte[] message = Fix.client("0", 2, "58=" + "x".repeat(rest + 1));
        feed(message);
        feed(Fix.client("0", 3, ""));
        assertEquals(List.of("2", "3"), messages);
    }

    @Test
    void shouldGiveUpAfterOneHundredGarbledInARow() {
        final byte[] garbage = "8=FIX.4.4\u00019=5\u000135=0\u000110=000\u0001".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < FixFramer.MAX_GARBLED_IN_A_ROW; i++) {
            feed(garbage);
        }
        assertEquals("", framer.fault());
        assertEquals(FixFramer.MAX_GARBLED_IN_A_ROW, garbled);
        feed(garbage);
        feed(garbage);
        assertTrue(framer.fault().contains("100 garbled"), framer.fault());
    }

    @Test
    void shouldGiveUpAfterAMebibyteWithoutAMessage() {
        final byte[] noise = new byte[4096];
        for (int i = 0; i < 256 && framer.fault().isEmpty(); i++) {
            feed(noise);
        }
        feed(new byte[1]);
        assertTrue(framer.fault().contains("1048576"), framer.fault());
    }

    /** However the bytes are cut, what lies between garbage is found, each message once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldFindEveryMessageAmongNoiseHoweverItIsCut(final long seed) {
        final Random random = new Random(seed);
        final ByteArrayOutputStream stream = new ByteArrayOutputStream();
        final List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            if (random.nextInt(4) == 0) {
                stream.writeBytes(noise(random));
            }
            stream.writeBytes(Fix.client("D", i, Fix.order("A-" + i)));
            expected.add(Integer.toString(i));
        }
        final ByteBuffer bytes = ByteBuffer.wrap(stream.toByteArray());
        while (bytes.hasRemaining()) {
            final byte[] part = new byte[Math.min(bytes.remaining(), 1 + random.nextInt(700))];
            bytes.get(part);
            feed(part);
        }
        assertEquals("", framer.fault(), "seed " + seed);
        assertEquals(expected, messages, "seed " + seed);
    }

    private static byte[] noise(final Random random) {
        final byte[] noise = new byte[1 + random.nextInt(50)];
        random.nextBytes(noise);
        return random.nextBoolean() ? noise : "8=FIX.4.4\u00019=12\u0001".getBytes(StandardCharsets.ISO_8859_1);
    }

    private void feed(final byte[] bytes) {
        framer.space().put(bytes);
        framer.filled();
        for (Found found = framer.next(); found != Found.NOTHING && found != Found.HOPELESS; found = framer.next()) {
            if (found == Found.GARBLED) {
                garbled++;
                continue;
            }
            final int end = framer.bodyEnd() + 7;
            final String text =
                    new String(framer.bytes(), framer.start(), end - framer.start(), StandardCharsets.ISO_8859_1);
            messages.add(Fix.value(text.replace('\u0001', '|'), 34));
            framer.consume();
        }
    }

    private static byte[] join(final byte[]... parts) {
        final ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (final byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
