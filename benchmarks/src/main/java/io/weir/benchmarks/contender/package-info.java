/** What is measured, each started as processes of its own: the gateway with its simulated venues, and the baselines. */
package io.weir.benchmarks.contender;
