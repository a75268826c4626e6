/**
 * A spot exchange in Binance's dialect: REST, market streams and the WebSocket API on one port, as documented in July 2026.
 *
 * <p>All of a venue runs on one event loop, which is the venue's thread. What the dialect does not name (matching, money, records)
 * never lives here.
 */
package io.weir.simulator.binance;
