/** Bare FIX engines that answer each order at once: what the gateway is compared with. Each runs as a process of its own. */
package io.weir.benchmarks.baseline;
