/** Measurements and the baselines beside them. Code that production runs never lives here. */
package io.weir.benchmarks;
