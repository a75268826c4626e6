package io.weir.core.cluster;

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
        final String termLength = "term-length=" + config.terms().ingressLength();
        return config.isAlone() ? "aeron:ipc?" + termLength + "|" + MTU : "aeron:udp?" + termLength;
    }

    /** {@return where each member takes commands, null for a node that is alone} */
    static String ingressEndpoints(final NodeConfig config) {
        return config.isAlone()
                ? null
                : config.members().stream()
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
                : "aeron:udp?term-length=64k|endpoint=" + config.self().host() + ":0";
    }

    static String members(final NodeConfig config) {
        return config.members().stream().map(ClusterMember::consensusEntry).collect(Collectors.joining("|"));
    }
}
