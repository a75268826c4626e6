/** Figures of all rooms under one roof, as Prometheus reads them. The rooms count; nothing is counted here for them. */
package io.weir.ops.metrics;
