/** Microbenchmarks by JMH: what one message costs at each door, in the core and in the router. */
package io.weir.benchmarks.jmh;
