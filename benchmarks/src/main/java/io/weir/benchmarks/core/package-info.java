/**
 * The core alone: commands in as the log would hand them over, events out as the journal would take them, and nothing in
 * between. No transport, no file, no second thread, but for the one snapshot that a whole node takes.
 */
package io.weir.benchmarks.core;
