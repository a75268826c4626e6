package io.weir.core.cluster;

/**
 * One node of the cluster, as all nodes and edges know it. Its five ports follow one another.
 *
 * @param memberId 0 to 99.
 * @param host     name or address that the others reach it by.
 * @param portBase its first port, 1 to 65,531; 0 only for a member that is alone and finds free ones itself.
 */
public record ClusterMember(int memberId, String host, int portBase) {
    /** How many ports a member uses from its first one on. */
    public static final int PORTS = 5;

    private static final int ARCHIVE = 0;
    private static final int INGRESS = 1;
    private static final int CONSENSUS = 2;
    private static final int LOG = 3;
    private static final int CATCHUP = 4;

    public ClusterMember {
        final Faults faults = new Faults("member " + memberId);
        faults.check(memberId >= 0 && memberId < 100, "memberId " + memberId + " is not 0 to 99");
        faults.check(
                host != null && !host.isBlank() && host.indexOf(',') < 0 && host.indexOf('|') < 0,
                "host '" + host + "' is not a name or address");
        faults.check(
                portBase >= 0 && portBase <= 65_536 - PORTS,
                "portBase " + portBase + " is not 0 to " + (65_536 - PORTS));
        faults.raise();
    }

    /** {@return this member with other ports} */
    ClusterMember at(final int otherPortBase) {
        return new ClusterMember(memberId, host, otherPortBase);
    }

    String archiveEndpoint() {
        return endpoint(ARCHIVE);
    }

    String ingressEndpoint() {
        return endpoint(INGRESS);
    }

    /** {@return id and endpoints in the form that the consensus module reads} */
    String consensusEntry() {
        return memberId + "," + endpoint(INGRESS) + "," + endpoint(CONSENSUS) + "," + endpoint(LOG) + ","
                + endpoint(CATCHUP) + "," + endpoint(ARCHIVE);
    }

    private String endpoint(final int index) {
        return host + ":" + (portBase + index);
    }
}
