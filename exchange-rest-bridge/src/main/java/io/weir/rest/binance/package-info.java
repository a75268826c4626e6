/**
 * Binance Spot over REST and WebSocket: its words, its signatures, its limits, its streams. Facts are those of the public
 * documentation repository binance/binance-spot-api-docs, state of July 2026. Decisions about orders never live here.
 */
package io.weir.rest.binance;
