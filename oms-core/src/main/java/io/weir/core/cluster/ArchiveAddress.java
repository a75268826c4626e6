package io.weir.core.cluster;

/**
 * How a node's archive is reached.
 *
 * @param requestChannel  that it takes requests on.
 * @param responseChannel that it answers on, our end.
 * @param replayChannel   that it is to replay to, our end; a port of 0 is resolved before it is told.
 */
record ArchiveAddress(String requestChannel, String responseChannel, String replayChannel) {
    private static final String IPC = "aeron:ipc";

    /** {@return the archive of the node whose media driver we use} */
    static ArchiveAddress local() {
        return new ArchiveAddress(NodeChannels.LOCAL_CONTROL, NodeChannels.LOCAL_CONTROL, IPC);
    }

    /**
     * The archive of any member, by UDP.
     *
     * @param member  whose archive.
     * @param ownHost name or address of this machine that the member can send to.
     * @return the address.
     */
    static ArchiveAddress of(final ClusterMember member, final String ownHost) {
        final String own = "aeron:udp?endpoint=" + ownHost + ":0";
        return new ArchiveAddress("aeron:udp?endpoint=" + member.archiveEndpoint(), own, own);
    }

    boolean isIpc() {
        return replayChannel.startsWith(IPC);
    }
}
