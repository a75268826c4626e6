/** The core's whole state as a stream of plain values: what a node starts from instead of the whole log. */
package io.weir.core.snapshot;
