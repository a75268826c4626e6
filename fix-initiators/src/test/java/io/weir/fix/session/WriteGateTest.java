package io.weir.fix.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.DefaultIoFilterChain;
import org.apache.mina.core.filterchain.IoFilter.NextFilter;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.DummySession;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.apache.mina.core.write.WriteRequest;
import org.apache.mina.filter.codec.ProtocolCodecFilter;
import org.junit.jupiter.api.Test;
import quickfix.mina.message.FIXProtocolCodecFactory;

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

    /** As QuickFIX/J makes the chain of a connection: its codec first, then what the user adds. */
    @Test
    void shouldHoldTheTextsOfQuickFixBehindItsCodec() {
        final DefaultIoFilterChain chain = new DefaultIoFilterChain(session);
        chain.addLast("socket", new IoFilterAdapter() {
            @Override
            public void filterWrite(final NextFilter nextFilter, final IoSession from, final WriteRequest request) {
                if (((IoBuffer) request.getMessage()).hasRemaining()) {
                    left.add(text(request));
                }
            }
        });
        chain.addLast(FIXProtocolCodecFactory.FILTER_NAME, new ProtocolCodecFilter(new FIXProtocolCodecFactory()));
        gate.standIn(chain);
        gate.hold();
        chain.fireFilterWrite(new DefaultWriteRequest("8=FIX.4.4|35=D"));
        chain.fireFilterWrite(new DefaultWriteRequest("8=FIX.4.4|35=F"));
        assertEquals(List.of(), left);
        gate.release();
        assertEquals(List.of("8=FIX.4.4|35=D8=FIX.4.4|35=F"), left);
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
