/** The deterministic state machine. Only its {@code cluster} package knows Aeron; clocks, threads and files never live outside it. */
package io.weir.core;
