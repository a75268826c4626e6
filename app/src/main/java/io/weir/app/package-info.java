/** Wiring, command line and process life. Rules of orders, venues or FIX never live here. */
package io.weir.app;
