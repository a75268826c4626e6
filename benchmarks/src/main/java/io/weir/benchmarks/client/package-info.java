/** A FIX client that is cheap enough not to be what is measured: a socket, one thread that writes, one that reads and checks. */
package io.weir.benchmarks.client;
