package io.weir.benchmarks.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DelayedLinkTest {
    private static final long DELAY_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private ServerSocket gateway;
    private DelayedLink link;
    private Socket near;
    private Socket far;

    @BeforeEach
    void connect() throws IOException {
        gateway = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        link = new DelayedLink(gateway.getLocalPort(), DELAY_NS);
        near = new Socket(InetAddress.getLoopbackAddress(), link.nearPort());
        far = gateway.accept();
    }

    @AfterEach
    void close() throws IOException {
        near.close();
        far.close();
        link.close();
        gateway.close();
    }

    @Test
    void shouldCarryMessagesBothWaysInOrder() throws IOException {
        send(near, 1, 2, 3);
        assertEquals(List.of(1, 2, 3), receive(far, 3));
        send(far, 4, 5);
        assertEquals(List.of(4, 5), receive(near, 2));
    }

    @Test
    void shouldKeepEachMessageForTheDelay() throws IOException {
        final long beganNs = System.nanoTime();
        send(near, 1);
        receive(far, 1);
        assertTrue(System.nanoTime() - beganNs >= DELAY_NS);
    }

    @Test
    void shouldLoseOneMessageEachWayWhole() throws IOException {
        link.loseNextOut("D");
        assertFalse(link.hasLost());
        send(near, 1, 2, 3);
        assertEquals(List.of(2, 3), receive(far, 2));
        assertTrue(link.hasLost());
        link.loseNextIn("D");
        send(far, 4, 5);
        assertEquals(List.of(5), receive(near, 1));
        assertTrue(link.hasLost());
    }

    @Test
    void shouldCloseTheFarEndWithTheNearOne() throws IOException {
        near.close();
        assertEquals(-1, far.getInputStream().read());
    }

    private static void send(final Socket to, final int... numbers) throws IOException {
        final OutputStream out = to.getOutputStream();
        for (final int number : numbers) {
            out.write(FixText.whole("35=D" + FixText.SOH + "34=" + number + FixText.SOH));
        }
        out.flush();
    }

    private static List<Integer> receive(final Socket from, final int count) throws IOException {
        final InputStream in = from.getInputStream();
        final byte[] bytes = new byte[4_096];
        final List<Integer> numbers = new ArrayList<>();
        int length = 0;
        while (numbers.size() < count) {
            length += in.read(bytes, length, bytes.length - length);
            for (int end = FixText.end(bytes, 0, length); end > 0; end = FixText.end(bytes, 0, length)) {
                numbers.add(FixText.number(Arrays.copyOf(bytes, end), 34));
                System.arraycopy(bytes, end, bytes, 0, length - end);
                length -= end;
            }
        }
        return numbers;
    }
}
