/**
 * TCP as the simulation has it: sockets of the JDK's own kind over two byte queues in memory, with latency, windows, ends and
 * breaks, on virtual time. No network, no thread.
 */
package io.weir.benchmarks.simulation.wire;
