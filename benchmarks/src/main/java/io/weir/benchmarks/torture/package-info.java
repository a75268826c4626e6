/**
 * The torture: independent clients trade while the gateway and its venues are killed at any moment, and in the end all books are
 * compared. Everything here stands outside the gateway and meets it as its users do: by process, socket, file and HTTP.
 */
package io.weir.benchmarks.torture;
