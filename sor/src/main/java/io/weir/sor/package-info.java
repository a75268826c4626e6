/**
 * The smart order router: a pure function from an order, the venues' books, balances, states and a policy to a plan that
 * says how much goes where and why. Integer arithmetic only; every tie is broken by name.
 *
 * <p>Lives here: scoring, spreading, the arithmetic of what an order costs. Never here: clocks, randomness, threads, files,
 * or anything that remembers the order before.
 */
package io.weir.sor;
