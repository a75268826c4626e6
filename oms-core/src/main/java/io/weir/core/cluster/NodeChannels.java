package io.weir.core.cluster;

import java.util.List;
import java.util.stream.Collectors;

/** The channels of a node as its settings make them: IPC where both ends are in one process, UDP between nodes. */
final class NodeChannels {
    /** Control of the local archive. */
    static final String LOCAL_CONTROL = "aeron:ipc?term-length=64k";

    static final int INGRESS_STREAM_ID = 101;
    private static final String MTU = "mtu=8k";

    private NodeChannels() {}

    /**
     * Commands on their way in. With IPC each edge and the node share memory; a node that is not alone is reached by UDP,
     * and never by both: commands would be delivered twice.
     */
    static String ingress(final NodeConfig config) {
        return config.isAlone() ? "aeron:ipc?" + ingressTerm(config.terms()) + "|" + MTU : udpIngress(config.terms());
    }

    static String udpIngress(final TermConfig terms) {
        return "aeron:udp?" + ingressTerm(terms);
    }

    private static String ingressTerm(final TermConfig terms) {
        return "term-length=" + terms.ingressLength();
    }

    /** {@return where each member takes commands} */
    static String ingressEndpoints(final List<ClusterMember> members) {
        return members.stream()
                .map(member -> member.memberId() + "=" + member.ingressEndpoint())
                .collect(Collectors.joining(","));
    }

    static String log(final NodeConfig config) {
        final String termLength = "term-length=" + config.terms().logLength();
        return config.isAlone() ? "aeron:ipc?" + termLength + "|" + MTU : "aeron:udp?control-mode=manual|" + termLength;
    }

    static String egress(final NodeConfig config) {
        return config.isAlone()
                ? "aeron:ipc?term-length=64k"
                : udpEgress(config.self().host());
    }

    static String udpEgress(final String host) {
        return "aeron:udp?term-length=64k|endpoint=" + host + ":0";
    }

    static String members(final NodeConfig config) {
        return config.members().stream().map(ClusterMember::consensusEntry).collect(Collectors.joining("|"));
    }
}
