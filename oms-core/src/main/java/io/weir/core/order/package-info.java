/**
 * Clients' orders and their children at venues: what is accepted, routed, traded, changed and ended. No FIX session, no
 * socket, no clock here.
 */
package io.weir.core.order;
