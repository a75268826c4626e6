/** The commands that show orders and executions, of a running gateway or of a data directory at rest. They change nothing. */
package io.weir.app.query;
