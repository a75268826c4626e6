package io.weir.core.session;

/**
 * How clients' sessions stand, for metrics.
 *
 * @param sessions         defined.
 * @param loggedOn         of them.
 * @param resending        of them, right now.
 * @param heldMessages     above gaps.
 * @param heldBytes        above gaps, as encoded in the command log.
 * @param heldDropped      since ever: messages above gaps that met a bound.
 * @param unprovenReports  that a reset would say again.
 * @param unprovenDropped  since ever: reports that met a bound.
 */
public record SessionFigures(
        int sessions,
        int loggedOn,
        int resending,
        long heldMessages,
        long heldBytes,
        long heldDropped,
        int unprovenReports,
        long unprovenDropped) {}
