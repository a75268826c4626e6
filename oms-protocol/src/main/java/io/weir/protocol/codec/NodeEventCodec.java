package io.weir.protocol.codec;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.event.Alert;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.EdgeAck;
import io.weir.protocol.event.EdgeGap;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.JournalMark;
import io.weir.protocol.event.Pulse;
import io.weir.protocol.sbe.AlertDecoder;
import io.weir.protocol.sbe.AlertEncoder;
import io.weir.protocol.sbe.CommandRefusedDecoder;
import io.weir.protocol.sbe.CommandRefusedEncoder;
import io.weir.protocol.sbe.EdgeGapDecoder;
import io.weir.protocol.sbe.EdgeGapEncoder;
import io.weir.protocol.sbe.EdgeStartedDecoder;
import io.weir.protocol.sbe.EdgeStartedEncoder;
import io.weir.protocol.sbe.JournalMarkDecoder;
import io.weir.protocol.sbe.JournalMarkEncoder;
import io.weir.protocol.sbe.PulseDecoder;
import io.weir.protocol.sbe.PulseEncoder;
import java.util.List;

/** Events of the node and its edges. */
final class NodeEventCodec {
    private final EdgeStartedEncoder edgeStartedEncoder = new EdgeStartedEncoder();
    private final EdgeStartedDecoder edgeStartedDecoder = new EdgeStartedDecoder();
    private final EdgeGapEncoder edgeGapEncoder = new EdgeGapEncoder();
    private final EdgeGapDecoder edgeGapDecoder = new EdgeGapDecoder();
    private final PulseEncoder pulseEncoder = new PulseEncoder();
    private final PulseDecoder pulseDecoder = new PulseDecoder();
    private final JournalMarkEncoder journalMarkEncoder = new JournalMarkEncoder();
    private final JournalMarkDecoder journalMarkDecoder = new JournalMarkDecoder();
    private final CommandRefusedEncoder commandRefusedEncoder = new CommandRefusedEncoder();
    private final CommandRefusedDecoder commandRefusedDecoder = new CommandRefusedDecoder();
    private final AlertEncoder alertEncoder = new AlertEncoder();
    private final AlertDecoder alertDecoder = new AlertDecoder();

    void encode(final MessageTarget out, final EdgeStarted event) {
        final EdgeStartedEncoder to =
                edgeStartedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(event.venueId());
        to.edgeId(event.edgeId());
        to.epoch(event.epoch());
        to.nonce(event.nonce());
        to.kind((byte) event.kind().code());
        out.limit(to.limit());
    }

    EdgeStarted decodeEdgeStarted(final MessageSource in) {
        final EdgeStartedDecoder from = edgeStartedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new EdgeStarted(from.edgeId(), from.epoch(), from.nonce(), EdgeKind.of(from.kind()), from.venueId());
    }

    void encode(final MessageTarget out, final EdgeGap event) {
        final EdgeGapEncoder to = edgeGapEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.edgeId(event.edgeId());
        to.epoch(event.epoch());
        to.expectedSeq(event.expectedSeq());
        out.limit(to.limit());
    }

    EdgeGap decodeEdgeGap(final MessageSource in) {
        final EdgeGapDecoder from = edgeGapDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new EdgeGap(from.edgeId(), from.epoch(), from.expectedSeq());
    }

    void encode(final MessageTarget out, final Pulse event) {
        final PulseEncoder to = pulseEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.elapsedNs(event.elapsedNs());
        out.limit(to.limit());
        encodeEdges(out, to, event.edges());
    }

    Pulse decodePulse(final MessageSource in) {
        final PulseDecoder from = pulseDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        final List<EdgeAck> edges = decodeEdges(in, from);
        return new Pulse(from.elapsedNs(), edges);
    }

    private static void encodeEdges(final MessageTarget out, final PulseEncoder to, final List<EdgeAck> edges) {
        final PulseEncoder.EdgesEncoder group = to.edgesCount(Fields.count("edges", edges.size(), Bounds.MAX_EDGES));
        for (int i = 0; i < edges.size(); i++) {
            group.next();
            final EdgeAck edge = edges.get(i);
            group.edgeId(edge.edgeId());
            group.epoch(edge.epoch());
            group.seq(edge.seq());
        }
        out.limit(to.limit());
    }

    private static List<EdgeAck> decodeEdges(final MessageSource in, final PulseDecoder from) {
        final PulseDecoder.EdgesDecoder group = from.edges();
        final EdgeAck[] edges = new EdgeAck[group.count()];
        for (int i = 0; i < edges.length; i++) {
            group.next();
            edges[i] = new EdgeAck(group.edgeId(), group.epoch(), group.seq());
        }
        in.limit(from.limit());
        return List.of(edges);
    }

    void encode(final MessageTarget out, final JournalMark event) {
        final JournalMarkEncoder to =
                journalMarkEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.markedPosition(event.markedPosition());
        to.hash(event.hash());
        to.logicVersion(event.logicVersion());
        out.limit(to.limit());
    }

    JournalMark decodeJournalMark(final MessageSource in) {
        final JournalMarkDecoder from = journalMarkDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new JournalMark(from.markedPosition(), from.hash(), from.logicVersion());
    }

    void encode(final MessageTarget out, final CommandRefused event) {
        final CommandRefusedEncoder to =
                commandRefusedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.edgeId(event.edgeId());
        to.seq(event.seq());
        out.limit(to.limit());
        out.text("text", event.text());
    }

    CommandRefused decodeCommandRefused(final MessageSource in) {
        final CommandRefusedDecoder from =
                commandRefusedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new CommandRefused(from.edgeId(), from.seq(), in.text());
    }

    void encode(final MessageTarget out, final Alert event) {
        final AlertEncoder to = alertEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        out.limit(to.limit());
        out.text("subject", event.subject());
        out.text("text", event.text()); // Text(58)
    }

    Alert decodeAlert(final MessageSource in) {
        final AlertDecoder from = alertDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new Alert(in.text(), in.text()); // Text(58)
    }
}
