package io.weir.protocol.event;

/**
 * How far the core has taken one edge's commands.
 *
 * @param edgeId the edge.
 * @param epoch  its start.
 * @param seq    number of its last command taken.
 */
public record EdgeAck(int edgeId, int epoch, long seq) {}
