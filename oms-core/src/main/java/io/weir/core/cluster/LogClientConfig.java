package io.weir.core.cluster;

import java.nio.file.Path;
import java.util.List;

/**
 * How a process without a node of its own reaches the log. Checks itself whole and names every fault at once.
 *
 * @param directory that this process alone uses; locked while it runs, it holds nothing that a restart needs.
 * @param host      name or address of this machine that the members can send to.
 * @param members   all nodes, as they know each other; at least three: one that is alone is reached in its own process only.
 * @param terms     lengths of the log's streams, as the nodes have them.
 * @param idle      how the media driver waits.
 */
public record LogClientConfig(
        Path directory, String host, List<ClusterMember> members, TermConfig terms, IdleConfig idle) {
    public LogClientConfig {
        members = List.copyOf(members);
        final Faults faults = new Faults("log client");
        faults.check(host != null && !host.isBlank(), "host '" + host + "' is not a name or address");
        faults.check(
                members.size() > 1,
                "members: a process without a node needs at least three to reach, there are " + members.size());
        faults.raise();
    }

    LogChannels channels() {
        return new LogChannels(
                NodeChannels.udpIngress(terms), NodeChannels.ingressEndpoints(members), NodeChannels.udpEgress(host));
    }
}
