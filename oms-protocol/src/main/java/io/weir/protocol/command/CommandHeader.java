package io.weir.protocol.command;

/**
 * What stands before every command in the log.
 *
 * @param edgeId the edge that said it, 1 to 4095.
 * @param epoch  the start of that edge, as the log granted it; 0 for {@link EdgeStart}.
 * @param seq    its number within the epoch, 1, 2, 3 …; 0 for {@link EdgeStart}.
 * @param timeNs cluster time of the log entry, ns since 1970 UTC; not encoded by the edge, the log gives it.
 */
public record CommandHeader(int edgeId, int epoch, long seq, long timeNs) {}
