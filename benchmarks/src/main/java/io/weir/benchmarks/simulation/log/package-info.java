/**
 * The command log and the journal of a simulation: what Aeron does, in memory and on virtual time. Commands are lost when a
 * leader dies, terms begin with clocks that step back, the core's process is killed in the middle of an event and replayed.
 * The core, its codecs, the edges' place at the log and the journal's arithmetic are the real ones.
 */
package io.weir.benchmarks.simulation.log;
