/**
 * What edges say to the core. Immutable records; texts are never null, "" is an absent one; numbers from outside are
 * {@link io.weir.protocol.decimal.Decimal}s as they were written, the core brings them to scale. Here are no decisions.
 */
package io.weir.protocol.command;
