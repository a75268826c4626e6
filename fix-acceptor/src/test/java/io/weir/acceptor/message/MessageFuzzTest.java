package io.weir.acceptor.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.acceptor.Fix;
import io.weir.acceptor.dictionary.FixDictionary;
import io.weir.protocol.Bounds;
import io.weir.protocol.codec.CommandWriter;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.NewOrderSingle;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends becomes a command that the log takes, or a verdict; never an exception. */
class MessageFuzzTest {
    private static final List<String> SEEDS = List.of(
            "35=D|49=CLIENT|56=GATEWAY|34=2|52=" + Fix.NOON + "|" + Fix.order("A-1")
                    + "|453=1|448=X|447=D|452=1|802=1|523=a|803=1|354=3|355=abc|18=1 2|200=202612|64=20261124",
            "35=G|49=CLIENT|56=GATEWAY|34=2|52=" + Fix.NOON + "|41=A-0|" + Fix.order("A-1") + "|78=1|79=X|80=1",
            "35=F|49=CLIENT|56=GATEWAY|34=2|52=" + Fix.NOON + "|41=A-0|11=A-1|55=BTC-USD|54=2|60=" + Fix.NOON,
            "35=H|49=CLIENT|56=GATEWAY|34=2|52=" + Fix.NOON + "|11=A-1|55=BTC-USD|54=2|790=Q",
            "35=A|49=CLIENT|56=GATEWAY|34=2|43=Y|122=" + Fix.NOON + "|52=" + Fix.NOON
                    + "|98=0|108=30|95=2|96=ab|141=Y|789=3|384=1|372=D|385=S|553=u|554=p",
            "35=2|49=CLIENT|56=GATEWAY|34=2|52=" + Fix.NOON + "|7=1|16=0",
            "35=4|49=CLIENT|56=GATEWAY|34=2|52=" + Fix.NOON + "|123=Y|36=9",
            "35=3|49=CLIENT|56=GATEWAY|34=2|52=" + Fix.NOON + "|45=2|58=text");
    private static final String ALPHABET = "0123456789=.-|ADYN: \u0000\u00ff8wx";

    private final FixDictionary dictionary = FixDictionary.load();
    private final MessageCheck check = new MessageCheck(dictionary);
    private final CommandWriter writer = new CommandWriter();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[2 * Bounds.MAX_COMMAND_LENGTH]);
    private final SessionIdentity identity = new SessionIdentity("CLIENT", "GATEWAY");

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void shouldMakeACommandOfAnything(final long seed) {
        final Random random = new Random(seed);
        int good = 0;
        for (int i = 0; i < 20_000; i++) {
            final String text = mutate(SEEDS.get(random.nextInt(SEEDS.size())), random);
            final Command command = command(Fix.frame(text));
            if (command != null) {
                final int length = writer.write(command, 1, 1, i + 1L, buffer, 0);
                assertTrue(length <= Bounds.MAX_COMMAND_LENGTH, text);
                good++;
            }
            if (command instanceof NewOrderSingle) {
                assertSameNumbers((NewOrderSingle) command, text);
            }
        }
        assertTrue(good > 10_000, "seed " + seed + ": " + good);
    }

    /** Null where the framer already finds it garbled: the mutation hit the first fields. */
    private Command command(final byte[] message) {
        final FixFramer framer = new FixFramer();
        framer.space().put(message);
        framer.filled();
        if (framer.next() != FixFramer.Found.MESSAGE) {
            return null;
        }
        final Fault fault = check.check(framer, identity, Fix.NOON_NS);
        return fault == null
                ? FixRequestReader.read(check.message(), check.msgType(), check.header(1, Fix.NOON_NS))
                : fault.command(check.header(1, Fix.NOON_NS));
    }

    private static void assertSameNumbers(final NewOrderSingle order, final String text) {
        final String price = Fix.value(text.replace('\u0001', '|') + "|", 44);
        if (order.price().isPresent()) {
            assertEquals(
                    0,
                    new BigDecimal(price).compareTo(new BigDecimal(order.price().toString())),
                    text);
        }
    }

    private static String mutate(final String message, final Random random) {
        final StringBuilder text = new StringBuilder(message);
        for (int n = random.nextInt(4); n > 0; n--) {
            final int at = 3 + random.nextInt(text.length() - 3);
            switch (random.nextInt(4)) {
                case 0:
                    text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                    break;
                case 1:
                    text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                    break;
                case 2:
                    text.deleteCharAt(at);
                    break;
                default:
                    final int end = Math.min(text.length(), at + random.nextInt(30));
                    text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(20)));
            }
        }
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }
}
