/**
 * A seeded simulation of the whole house in one thread: the real core, the real acceptors and venue edges and their places at
 * the log, over a log, a network, exchanges, clients and a clock that are simulated and fail. The same seed is the same history,
 * event for event. No socket, no Aeron, no thread, no sleep.
 */
package io.weir.benchmarks.simulation;
