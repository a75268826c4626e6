/** Measurements over a socket, {@code gateway bench burst|steady|single|roundtrip}: rounds, figures, table and JSON. */
package io.weir.benchmarks.endtoend;
