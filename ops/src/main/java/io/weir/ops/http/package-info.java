/** The HTTP server and what it answers: JSON, plain tables, Prometheus text. It decides nothing: the core does. */
package io.weir.ops.http;
