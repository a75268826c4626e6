package io.weir.fix.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilter.NextFilter;
import org.apache.mina.core.session.DummySession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.apache.mina.core.write.WriteRequest;
import org.junit.jupiter.api.Test;

final class WriteGateTest {
    private final List<String> left = new ArrayList<>();
    private final DummySession session = new DummySession();
    private final WriteGate gate = new WriteGate();
    private final NextFilter next = (NextFilter) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {NextFilter.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("filterWrite")) {
                    left.add(text((WriteRequest) arguments[1]));
                }
                return null;
            });

    private static String text(final WriteRequest request) {
        final IoBuffer bytes = (IoBuffer) request.getMessage();
        final byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return new String(copy, StandardCharsets.US_ASCII);
    }

    private void write(final String text) {
        write(session, text);
    }

    private void write(final DummySession session, final String text) {
        gate.filterWrite(
                next, session, new DefaultWriteRequest(IoBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void shouldLetWhatItGatheredLeaveAsOneWriteInItsOrder() {
        write("a");
        gate.hold();
        write("b");
        write("");
        write("c");
        assertEquals(List.of("a"), left);
        gate.release();
        write("d");
        assertEquals(List.of("a", "bc", "d"), left);
    }

    @Test
    void shouldWriteNothingWhereNothingWasGathered() {
        gate.hold();
        gate.release();
        assertEquals(List.of(), left);
    }

    @Test
    void shouldForgetWhatMustNotLeave() {
        gate.hold();
        write("a");
        gate.drop();
        write("b");
        assertEquals(List.of("b"), left);
    }

    @Test
    void shouldForgetWhatWaitsForAConnectionThatIsClosed() throws Exception {
        gate.hold();
        write("a");
        gate.sessionClosed(next, session);
        gate.release();
        assertEquals(List.of(), left);
    }

    @Test
    void shouldStayHeldWhenAConnectionTakesTheOthersPlace() throws Exception {
        final DummySession second = new DummySession();
        gate.hold();
        write("a");
        write(second, "b");
        gate.sessionClosed(next, session);
        write(second, "c");
        assertEquals(List.of(), left);
        gate.release();
        assertEquals(List.of("bc"), left);
    }
}
