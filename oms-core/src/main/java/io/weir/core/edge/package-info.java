/** Edges as the log knows them: epochs, numbers, gaps, and the Pulse that acknowledges. */
package io.weir.core.edge;
