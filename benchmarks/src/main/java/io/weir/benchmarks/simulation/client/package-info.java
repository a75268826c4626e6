/**
 * Clients of a simulation: FIX engines of their own make that count numbers both ways, keep what they sent, ask for gaps, answer
 * ResendRequests, reset, lose messages, vanish. Whatever a counterparty may not do to a correct client is a violation.
 */
package io.weir.benchmarks.simulation.client;
