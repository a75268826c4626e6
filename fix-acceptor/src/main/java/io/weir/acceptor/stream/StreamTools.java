package io.weir.acceptor.stream;

import io.weir.acceptor.AcceptorCounters;
import io.weir.acceptor.report.FixReportWriter;
import io.weir.protocol.codec.EventReader;
import java.util.function.LongSupplier;

/**
 * What all streams of one acceptor share; all of it of one thread.
 *
 * @param ring          the newest session events.
 * @param reader        of encoded events.
 * @param writer        of FIX text.
 * @param clusterTimeNs newest cluster time seen in the journal, ns since 1970 UTC.
 * @param counters      to count in.
 */
public record StreamTools(
        JournalRing ring,
        EventReader reader,
        FixReportWriter writer,
        LongSupplier clusterTimeNs,
        AcceptorCounters counters) {}
