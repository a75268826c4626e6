package io.weir.benchmarks.simulation;

import io.weir.app.reference.ReferenceAgent;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.log.EdgePort;
import java.util.List;
import org.agrona.concurrent.Agent;

/** The operator's edge in a process of its own: says the reference data at each start, and throws kill switches. */
final class OpsProcess extends EdgeProcess {
    private final List<Command> reference;
    private ReferenceAgent agent;

    OpsProcess(final World world, final int edgeId, final List<Command> reference) {
        super(world, edgeId, "ops", edgeId, EdgeKind.OPS, "");
        this.reference = reference;
    }

    @Override
    Agent make(final EdgePort port) {
        agent = new ReferenceAgent(port, reference);
        return agent;
    }

    /** {@return whether this life has said all reference data} */
    boolean isTold() {
        return isAlive() && agent.isTold();
    }

    void say(final SetKillSwitch command) {
        if (isAlive()) {
            agent.say(command);
            wake();
        }
    }

    @Override
    void onDied() {
        // Whatever it had not said is forgotten; the next life says its reference data again.
    }
}
