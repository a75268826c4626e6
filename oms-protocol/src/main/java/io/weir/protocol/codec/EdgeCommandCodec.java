package io.weir.protocol.codec;

import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.command.ProbeAnswered;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.sbe.DisconnectedDecoder;
import io.weir.protocol.sbe.DisconnectedEncoder;
import io.weir.protocol.sbe.EdgeStartDecoder;
import io.weir.protocol.sbe.EdgeStartEncoder;
import io.weir.protocol.sbe.ProbeAnsweredDecoder;
import io.weir.protocol.sbe.ProbeAnsweredEncoder;
import io.weir.protocol.sbe.ResendDoneDecoder;
import io.weir.protocol.sbe.ResendDoneEncoder;

/** What edges say of themselves and of clients' connections. */
final class EdgeCommandCodec {
    private final EdgeStartEncoder edgeStartEncoder = new EdgeStartEncoder();
    private final EdgeStartDecoder edgeStartDecoder = new EdgeStartDecoder();
    private final DisconnectedEncoder disconnectedEncoder = new DisconnectedEncoder();
    private final DisconnectedDecoder disconnectedDecoder = new DisconnectedDecoder();
    private final ResendDoneEncoder resendDoneEncoder = new ResendDoneEncoder();
    private final ResendDoneDecoder resendDoneDecoder = new ResendDoneDecoder();
    private final ProbeAnsweredEncoder probeAnsweredEncoder = new ProbeAnsweredEncoder();
    private final ProbeAnsweredDecoder probeAnsweredDecoder = new ProbeAnsweredDecoder();

    void encode(final MessageTarget out, final EdgeStart command) {
        final EdgeStartEncoder to =
                edgeStartEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.nonce(command.nonce());
        to.kind((byte) command.kind().code());
        out.limit(to.limit());
        out.name("name", command.name());
    }

    EdgeStart decodeEdgeStart(final MessageSource in) {
        final EdgeStartDecoder from = edgeStartDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new EdgeStart(from.nonce(), EdgeKind.of(from.kind()), in.name());
    }

    void encode(final MessageTarget out, final Disconnected command) {
        final DisconnectedEncoder to =
                disconnectedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.connectionId(command.connectionId());
        out.limit(to.limit());
        out.text("text", command.text());
    }

    Disconnected decodeDisconnected(final MessageSource in) {
        final DisconnectedDecoder from =
                disconnectedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new Disconnected(from.connectionId(), in.text());
    }

    void encode(final MessageTarget out, final ResendDone command) {
        final ResendDoneEncoder to =
                resendDoneEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.connectionId(command.connectionId());
        to.resendId(command.resendId());
        out.limit(to.limit());
    }

    ResendDone decodeResendDone(final MessageSource in) {
        final ResendDoneDecoder from = resendDoneDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new ResendDone(from.connectionId(), from.resendId());
    }

    void encode(final MessageTarget out, final ProbeAnswered command) {
        final ProbeAnsweredEncoder to =
                probeAnsweredEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.connectionId(command.connectionId());
        to.open(Fields.flag(command.open()));
        out.limit(to.limit());
    }

    ProbeAnswered decodeProbeAnswered(final MessageSource in) {
        final ProbeAnsweredDecoder from =
                probeAnsweredDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new ProbeAnswered(from.connectionId(), Fields.flag(from.open()));
    }
}
