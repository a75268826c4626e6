/** Virtual time: one clock, one queue of what happens, duty cycles that come and go on it. */
package io.weir.benchmarks.simulation.time;
