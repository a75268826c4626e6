/**
 * The two pipes as an edge sees them: commands go in by an {@link io.weir.protocol.log.EdgePort}, events come out of it, and
 * older ones out of {@link io.weir.protocol.log.Journal}. Interfaces only; the room {@code oms-core/cluster} has what stands
 * behind them, and {@code app} hands it over.
 */
package io.weir.protocol.log;
