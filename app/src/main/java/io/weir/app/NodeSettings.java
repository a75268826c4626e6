package io.weir.app;

import io.weir.config.Settings;
import io.weir.core.cluster.ClusterMember;
import io.weir.core.cluster.Durability;
import io.weir.core.cluster.IdleConfig;
import io.weir.core.cluster.NodeConfig;
import io.weir.core.cluster.SnapshotConfig;
import io.weir.core.cluster.TermConfig;
import io.weir.core.cluster.ThreadLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the section {@code node} of the settings file. */
final class NodeSettings {
    private static final String HOT = "hot";
    private static final String COLD = "cold";
    private static final String STANDARD = "standard";
    private static final String SMALL = "small";

    private NodeSettings() {}

    /**
     * Reads the section; faults are noted in it.
     *
     * @param node    the section.
     * @param dataDir of the gateway; the node has its own directory in it.
     * @param isHere  whether the node is in this process; else the members are read to reach them.
     * @return the settings; harmless ones where the file is wrong.
     */
    static NodeConfig read(final Settings node, final Path dataDir, final boolean isHere) {
        final Path directory = dataDir.resolve("node");
        final SnapshotConfig standard = SnapshotConfig.STANDARD;
        final List<ClusterMember> members = members(node);
        if (!isHere && members.size() < 3) {
            node.fault(
                    "members",
                    "there are " + members.size() + "; a process without the role node reaches three or more");
        }
        try {
            return new NodeConfig(
                    directory,
                    node.integer("member-id", 0, 6, 0),
                    members,
                    node.oneOf("durability", Durability.class, Durability.DISK),
                    node.oneOf("threads", ThreadLayout.class, ThreadLayout.COMPACT),
                    idle(node),
                    terms(node),
                    new SnapshotConfig(
                            node.number("snapshot-log-bytes", 1 << 20, 1L << 40, standard.logBytes()),
                            node.integer("snapshots-kept", 1, 100, standard.kept()),
                            node.flag("snapshot-at-stop", standard.atStop()),
                            node.number("max-held-bytes", 1 << 20, 1L << 50, standard.maxHeldBytes())));
        } catch (final IllegalArgumentException e) {
            node.fault("members", e.getMessage());
            return NodeConfig.alone(directory, 0);
        }
    }

    private static List<ClusterMember> members(final Settings node) {
        final List<ClusterMember> members = new ArrayList<>();
        for (final Settings member : node.sections("members")) {
            try {
                members.add(new ClusterMember(
                        member.integer("id", 0, 6, 0),
                        member.text("host"),
                        member.integer("port-base", 1, 65_000, 20_000)));
            } catch (final IllegalArgumentException e) {
                member.fault("host", e.getMessage());
            }
        }
        if (members.isEmpty()) {
            members.add(new ClusterMember(0, "localhost", node.integer("port-base", 0, 65_000, 0)));
        }
        return members;
    }

    private static TermConfig terms(final Settings node) {
        final String terms = node.text("terms", STANDARD);
        if (!STANDARD.equals(terms) && !SMALL.equals(terms)) {
            node.fault("terms", "'" + terms + "' is neither standard nor small");
        }
        return SMALL.equals(terms) ? TermConfig.SMALL : TermConfig.STANDARD;
    }

    private static IdleConfig idle(final Settings node) {
        final String idle = node.text("idle", HOT);
        if (!HOT.equals(idle) && !COLD.equals(idle)) {
            node.fault("idle", "'" + idle + "' is neither hot nor cold");
        }
        return COLD.equals(idle) ? IdleConfig.COLD : IdleConfig.HOT;
    }
}
