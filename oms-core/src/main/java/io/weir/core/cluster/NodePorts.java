package io.weir.core.cluster;

import java.util.List;

/** Gives a node its ports: those of its settings if they are free, else free ones where the settings leave it open. */
final class NodePorts {
    private NodePorts() {}

    /**
     * Places a node.
     *
     * @param config whose ports may be 0 if it is alone.
     * @return the same with ports that were free a moment ago.
     * @throws NodeRefusedException if one is taken; the message names it.
     */
    static NodeConfig place(final NodeConfig config) {
        final ClusterMember self = config.self();
        if (self.portBase() == 0) {
            return config.withMembers(List.of(self.at(FreePorts.find(self.host(), ClusterMember.PORTS))));
        }
        final int taken = FreePorts.firstTaken(self.host(), self.portBase(), ClusterMember.PORTS);
        if (taken >= 0) {
            throw new NodeRefusedException("UDP port " + taken + " of " + self.host() + " is in use; the node needs "
                    + self.portBase() + " to " + (self.portBase() + ClusterMember.PORTS - 1)
                    + "; choose another first port");
        }
        return config;
    }
}
