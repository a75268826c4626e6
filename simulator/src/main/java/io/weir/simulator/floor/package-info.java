/**
 * What every simulated venue has behind its protocol: the exchange with its market and its ledger, run on one thread at a time, and
 * the audit of it. No protocol lives here.
 */
package io.weir.simulator.floor;
