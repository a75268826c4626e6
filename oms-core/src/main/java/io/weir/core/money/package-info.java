/**
 * Who owns what where, and how much of it open orders may use up: exact integers, double entry, invariants that stay on.
 * No orders and no venues' reports here; the desks of {@code core.order} say what to book.
 */
package io.weir.core.money;
