package io.weir.core.session;

/**
 * The classes of this package that several others work with.
 *
 * @param messages    numbers and says.
 * @param connections ends connections.
 * @param gaps        holds and asks.
 * @param resends     writes again.
 * @param resets      begins numbers anew.
 */
record SessionParts(SessionMessages messages, Connections connections, Gaps gaps, Resends resends, Resets resets) {}
