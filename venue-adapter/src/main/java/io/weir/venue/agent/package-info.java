/**
 * The duty cycle between the log and one exchange: what the core asks for becomes requests to the adapter, what the adapter
 * reports becomes commands. It knows what has left and what is proved; it decides nothing about orders, money or routes.
 */
package io.weir.venue.agent;
