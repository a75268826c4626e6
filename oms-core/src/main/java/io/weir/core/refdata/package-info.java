/**
 * Reference data as the log defined it: assets, instruments, accounts, the routing policy. Whatever sways a decision comes
 * here by command. No orders, no balances, no venue state.
 */
package io.weir.core.refdata;
