/**
 * Exchanges of a simulation: the simulator's matching engine, a market, and an adapter between it and the real venue agent
 * that does everything wrong that an exchange and a line to it can do. What the engine has done is the truth that the laws
 * compare the gateway with.
 */
package io.weir.benchmarks.simulation.venue;
