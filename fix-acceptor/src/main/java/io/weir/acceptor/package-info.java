/**
 * The clients' side: one agent that takes sockets, turns FIX text to commands and events to FIX text. Nothing here outlives
 * the process; what a session is and does is decided in the core.
 */
package io.weir.acceptor;
