package io.weir.protocol.command;

import java.util.List;

/**
 * Reference data: a client's FIX session. Comp id never changes once defined.
 *
 * @param compId the client's SenderCompID(49).
 * @param defaultAccount account of orders without Account(1).
 * @param accounts all accounts it may use, the default one among them, at most
 *     {@link io.weir.protocol.Bounds#MAX_SESSION_ACCOUNTS}.
 * @param maxMessagesPerSecond application messages; above it BusinessMessageReject; 0 is no limit.
 * @param maxOrderAgeNs orders read longer ago are refused.
 */
public record DefineFixSession(
        String compId, String defaultAccount, List<String> accounts, int maxMessagesPerSecond, long maxOrderAgeNs)
        implements Command {
    public DefineFixSession {
        accounts = List.copyOf(accounts);
    }

    @Override
    public void to(final CommandHandler handler) {
        handler.onDefineFixSession(this);
    }
}
