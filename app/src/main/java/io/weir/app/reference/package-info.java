/**
 * Reference data on its way from the settings file into the log: instruments, venues, listings, accounts, FIX sessions,
 * money, the routing policy. The core judges it; nothing here decides.
 */
package io.weir.app.reference;
