/**
 * Faults that a simulated venue can be told to commit, what it counts, and the small loopback HTTP port where both are asked for.
 *
 * <p>Here lives which fault strikes when; what a fault means on the wire lives in each protocol's package.
 */
package io.weir.simulator.fault;
