/**
 * Clients as a desk would have them: a FIX engine of another make (QuickFIX/J) that logs on to the gateway, trades, and
 * keeps its own books. Used by the demo and by tests; it knows nothing of the gateway's code.
 */
package io.weir.simulator.client;
