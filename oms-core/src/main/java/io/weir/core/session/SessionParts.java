package io.weir.core.session;

/**
 * The classes of this package that several others work with.
 *
 * @param messages    numbers and says.
 * @param connections ends connections.
 * @param farewells   takes Logouts as proofs.
 * @param gaps        holds and asks.
 * @param resends     writes again.
 * @param resets      begins numbers anew.
 */
record SessionParts(
        SessionMessages messages,
        Connections connections,
        Farewells farewells,
        Gaps gaps,
        Resends resends,
        Resets resets) {}
