package io.weir.benchmarks.torture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final int TIMEOUT_MS = 20_000;

    private ServerSocket gateway;
    private Line line;

    @BeforeEach
    void listen() throws IOException {
        gateway = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        gateway.setSoTimeout(TIMEOUT_MS);
        line = new Line(gateway.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        gateway.close();
    }

    private Socket dial() throws IOException {
        final Socket client = new Socket(InetAddress.getLoopbackAddress(), line.port());
        client.setSoTimeout(TIMEOUT_MS);
        return client;
    }

    @Test
    void shouldPassBytesBothWaysAndTheEnd() throws IOException {
        try (Socket client = dial();
                Socket answering = gateway.accept()) {
            client.getOutputStream().write(new byte[] {1, 2, 3});
            assertArrayEquals(new byte[] {1, 2, 3}, answering.getInputStream().readNBytes(3));
            answering.getOutputStream().write(new byte[] {4});
            answering.shutdownOutput();
            assertArrayEquals(new byte[] {4}, client.getInputStream().readAllBytes());
        }
    }

    @Test
    void shouldResetBothEndsWhenCut() throws IOException {
        try (Socket client = dial();
                Socket answering = gateway.accept()) {
            client.getOutputStream().write(1);
            assertEquals(1, answering.getInputStream().read());
            line.cut();
            assertThrows(SocketException.class, () -> client.getInputStream().read());
            assertThrows(SocketException.class, () -> answering.getInputStream().read());
        }
    }

    @Test
    void shouldResetAClientWhileNobodyListens() throws IOException {
        gateway.close();
        try (Socket client = dial()) {
            assertThrows(SocketException.class, () -> client.getInputStream().read());
        }
    }
}
