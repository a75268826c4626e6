/**
 * The log, as far as it is Aeron's: the node (media driver, archive, consensus module, clustered service), the journal and
 * its readers, the edges' client, snapshots and purge. The one package that imports Aeron. No decision about an order, a
 * session or money is taken here.
 *
 * <p>The state machine enters as a {@link io.weir.core.StateMachine} and speaks through {@link io.weir.core.EventLog};
 * edges get an {@link io.weir.protocol.log.EdgePort} and a {@link io.weir.protocol.log.Journal}.
 */
package io.weir.core.cluster;
