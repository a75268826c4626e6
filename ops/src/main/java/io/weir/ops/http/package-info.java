/** The HTTP server and what it answers: JSON, plain tables, Prometheus text. It reads; nothing here changes anything. */
package io.weir.ops.http;
