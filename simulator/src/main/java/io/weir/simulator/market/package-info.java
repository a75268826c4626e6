/**
 * What keeps the books of a simulated venue alive: a steady self-running market, or a recording of a real one played again.
 *
 * <p>Both say what the venue's own liquidity should be; how it trades is the matching engine's. Published market data is the fronts'.
 */
package io.weir.simulator.market;
