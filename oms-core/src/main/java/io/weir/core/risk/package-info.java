/**
 * What an order has to pass before it is accepted: size, price, limits, collar, kill switches. Judges and answers with a
 * reason and a text; changes nothing but its own switches.
 */
package io.weir.core.risk;
