package io.weir.ops;

/**
 * What lets an operator change something over HTTP.
 *
 * @param key      that an operator shows.
 * @param commands where what the operator says goes.
 */
public record OperatorDoor(OpsKey key, CommandDoor commands) {}
