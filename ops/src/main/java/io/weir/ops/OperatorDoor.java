package io.weir.ops;

/**
 * What lets an operator change something over HTTP.
 *
 * @param key      that an operator shows.
 * @param commands where what the operator says goes.
 * @param recovery the way out of a hold.
 */
public record OperatorDoor(OpsKey key, CommandDoor commands, RecoveryDoor recovery) {
    /**
     * A door without a way out of a hold.
     *
     * @param key      that an operator shows.
     * @param commands where what the operator says goes.
     */
    public OperatorDoor(final OpsKey key, final CommandDoor commands) {
        this(key, commands, RecoveryDoor.NONE);
    }
}
