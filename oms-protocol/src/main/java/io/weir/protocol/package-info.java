/**
 * The words that the rooms of Weir speak: one immutable record per message, {@link io.weir.protocol.command.CommandHandler}
 * (what edges say to the core) and {@link io.weir.protocol.event.EventHandler} (what the core says to everyone).
 *
 * <p>Lives here: messages, the codes of FIX that they carry, exact decimals, and the doors between records and bytes.
 * Never here: a decision, a clock, a socket.
 */
package io.weir.protocol;
