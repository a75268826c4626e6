/**
 * What the core says to everyone, through the journal. Immutable records. Prices and quantities are longs at the scales
 * that stand in the same event; an event can be understood without any other. Here are no decisions.
 */
package io.weir.protocol.event;
