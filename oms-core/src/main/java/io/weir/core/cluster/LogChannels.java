package io.weir.core.cluster;

/**
 * The channels between an edge and the leader.
 *
 * @param ingress   of commands.
 * @param endpoints where each member takes commands, null for a node that is alone.
 * @param egress    of the leader's answers.
 */
record LogChannels(String ingress, String endpoints, String egress) {
    /** {@return those of an edge in the process of a node} */
    static LogChannels of(final NodeConfig node) {
        return new LogChannels(
                NodeChannels.ingress(node),
                node.isAlone() ? null : NodeChannels.ingressEndpoints(node.members()),
                NodeChannels.egress(node));
    }
}
