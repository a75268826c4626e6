package io.weir.core;

import java.util.function.Function;

/**
 * A state machine to be made, and the version of its rules. New rules never replay old commands: a node whose version
 * differs from its journal's starts only from a snapshot with nothing behind it.
 *
 * @param version 1 and up; raised with every change that lets the same commands say other events.
 * @param create  makes the state machine, empty; called once, on the service's thread.
 */
public record CoreLogic(int version, Function<EventLog, StateMachine> create) {
    public CoreLogic {
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " is below 1");
        }
    }
}
