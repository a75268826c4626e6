/** A running gateway as the command line meets it: over HTTP, where its data directory says. Commands live elsewhere. */
package io.weir.app.running;
