/**
 * What a simulated venue must not forget: an append-only file of orders and trades, read back at start and by auditors.
 *
 * <p>Protocol session state (FIX sequence numbers) never lives here.
 */
package io.weir.simulator.ledger;
