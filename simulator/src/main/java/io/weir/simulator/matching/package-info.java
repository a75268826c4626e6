/**
 * The matching engine of a simulated exchange: instruments, accounts, orders, books and the rules that join them.
 *
 * <p>Price-time priority over exact integers. Nothing here knows a protocol, a socket, a file, a clock or a thread: time is passed
 * in, events go to an {@link io.weir.simulator.matching.ExchangeListener}, and whoever owns an
 * {@link io.weir.simulator.matching.Exchange} calls it from one thread at a time.
 */
package io.weir.simulator.matching;
