package io.weir.core.cluster;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All settings of one node. Checks itself whole and names every fault at once.
 *
 * @param dataDirectory where log, journal and snapshots live; a local disk (the lock is worthless on NFS).
 * @param memberId      which of {@code members} this node is.
 * @param members       all nodes; one, or an odd number for a majority.
 * @param durability    what an acknowledged order survives.
 * @param layout        which parts share a thread.
 * @param idle          how the node's duty cycles wait.
 * @param terms         lengths of the log's streams and files.
 * @param snapshots     when snapshots are taken and what is purged.
 */
public record NodeConfig(
        Path dataDirectory,
        int memberId,
        List<ClusterMember> members,
        Durability durability,
        ThreadLayout layout,
        IdleConfig idle,
        TermConfig terms,
        SnapshotConfig snapshots) {
    private static final int MAX_MEMBERS = 7;

    public NodeConfig {
        members = List.copyOf(members);
        final Faults faults = new Faults("node");
        faults.check(
                members.size() % 2 == 1 && members.size() <= MAX_MEMBERS,
                "members: " + members.size() + " is not an odd number up to " + MAX_MEMBERS);
        final Set<Integer> ids = new HashSet<>();
        for (final ClusterMember member : members) {
            faults.check(ids.add(member.memberId()), "members: memberId " + member.memberId() + " stands twice");
            faults.check(
                    members.size() == 1 || member.portBase() > 0,
                    "members: portBase of member " + member.memberId() + " is 0; only a member alone finds its own");
        }
        faults.check(ids.contains(memberId), "memberId " + memberId + " is not among the members " + ids);
        faults.raise();
    }

    /**
     * Settings of a node that is alone, on loopback, with what the product ships.
     *
     * @param dataDirectory its directory.
     * @param portBase      its first port; 0: free ones are found at start.
     * @return the settings.
     */
    public static NodeConfig alone(final Path dataDirectory, final int portBase) {
        return new NodeConfig(
                dataDirectory,
                0,
                List.of(new ClusterMember(0, "localhost", portBase)),
                Durability.PROCESS,
                ThreadLayout.COMPACT,
                IdleConfig.HOT,
                TermConfig.STANDARD,
                SnapshotConfig.STANDARD);
    }

    NodeConfig withMembers(final List<ClusterMember> others) {
        return new NodeConfig(dataDirectory, memberId, others, durability, layout, idle, terms, snapshots);
    }

    public NodeConfig withDurability(final Durability other) {
        return new NodeConfig(dataDirectory, memberId, members, other, layout, idle, terms, snapshots);
    }

    public NodeConfig withLayout(final ThreadLayout other) {
        return new NodeConfig(dataDirectory, memberId, members, durability, other, idle, terms, snapshots);
    }

    public NodeConfig withIdle(final IdleConfig other) {
        return new NodeConfig(dataDirectory, memberId, members, durability, layout, other, terms, snapshots);
    }

    public NodeConfig withTerms(final TermConfig other) {
        return new NodeConfig(dataDirectory, memberId, members, durability, layout, idle, other, snapshots);
    }

    public NodeConfig withSnapshots(final SnapshotConfig other) {
        return new NodeConfig(dataDirectory, memberId, members, durability, layout, idle, terms, other);
    }

    /** {@return whether this node is the only one} */
    public boolean isAlone() {
        return members.size() == 1;
    }

    /** {@return this node among the members} */
    public ClusterMember self() {
        return members.stream()
                .filter(member -> member.memberId() == memberId)
                .findFirst()
                .orElseThrow();
    }
}
