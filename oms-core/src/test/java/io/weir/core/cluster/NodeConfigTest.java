package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings name all their faults at once. */
final class NodeConfigTest {
    private static final Path DATA = Path.of("data");

    @Test
    void shouldNameEveryFaultOfTheMembers() {
        final List<ClusterMember> members =
                List.of(new ClusterMember(1, "localhost", 0), new ClusterMember(1, "localhost", 20_000));
        final IllegalArgumentException faults = assertThrows(IllegalArgumentException.class, () -> config(members));
        assertTrue(faults.getMessage().contains("members: 2 is not an odd number"), faults.getMessage());
        assertTrue(faults.getMessage().contains("memberId 1 stands twice"), faults.getMessage());
        assertTrue(faults.getMessage().contains("portBase of member 1 is 0"), faults.getMessage());
        assertTrue(faults.getMessage().contains("memberId 0 is not among the members"), faults.getMessage());
    }

    @Test
    void shouldNameEveryFaultOfTheTerms() {
        final IllegalArgumentException faults =
                assertThrows(IllegalArgumentException.class, () -> new TermConfig(3, 1 << 21, 1 << 22, 1 << 20));
        assertTrue(faults.getMessage().contains("ingressLength 3 is not a power of two"), faults.getMessage());
        assertTrue(
                faults.getMessage().contains("segmentLength 1048576 is below the longest term, 4194304"),
                faults.getMessage());
    }

    @Test
    void shouldNameEveryFaultOfIdling() {
        final IllegalArgumentException faults =
                assertThrows(IllegalArgumentException.class, () -> new IdleConfig(-1, 2_000_000, 1, 0, -1));
        assertEquals(5, faults.getMessage().split(";").length, faults.getMessage());
    }

    @Test
    void shouldReachThreeNodesByUdpAndOneByIpc() {
        final List<ClusterMember> members = List.of(
                new ClusterMember(0, "a", 20_000),
                new ClusterMember(1, "b", 20_000),
                new ClusterMember(2, "c", 20_000));
        final NodeConfig three = config(members);
        assertTrue(NodeChannels.ingress(three).startsWith("aeron:udp"));
        assertTrue(NodeChannels.log(three).startsWith("aeron:udp"));
        assertEquals("0=a:20001,1=b:20001,2=c:20001", LogChannels.of(three).endpoints());
        final NodeConfig alone = NodeConfig.alone(DATA, 20_000);
        assertTrue(NodeChannels.ingress(alone).startsWith("aeron:ipc"));
        assertEquals(
                "0,localhost:20001,localhost:20002,localhost:20003,localhost:20004,localhost:20000",
                NodeChannels.members(alone));
    }

    @Test
    void shouldReachThreeNodesAtLeastFromAnotherProcess() {
        final IllegalArgumentException faults = assertThrows(
                IllegalArgumentException.class,
                () -> new LogClientConfig(
                        DATA, " ", List.of(new ClusterMember(0, "a", 20_000)), TermConfig.SMALL, IdleConfig.HOT));
        assertEquals(
                "log client: host ' ' is not a name or address;"
                        + " members: a process without a node needs at least three to reach, there are 1",
                faults.getMessage());
    }

    private static NodeConfig config(final List<ClusterMember> members) {
        return new NodeConfig(
                DATA,
                0,
                members,
                Durability.DISK,
                ThreadLayout.COMPACT,
                IdleConfig.HOT,
                TermConfig.STANDARD,
                SnapshotConfig.STANDARD);
    }
}
