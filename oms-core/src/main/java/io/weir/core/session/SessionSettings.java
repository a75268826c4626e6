package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.DefineFixSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What reference data says of one client's session; a later definition replaces it whole. */
final class SessionSettings {
    /** The most accounts that one session may use. */
    static final int MAX_ACCOUNTS = 64;

    private final String defaultAccount;
    private final List<String> accounts;
    private final Set<String> accountLookup;
    private final int maxMessagesPerSecond;
    private final long maxOrderAgeNs;

    SessionSettings(
            final String defaultAccount,
            final List<String> accounts,
            final int maxMessagesPerSecond,
            final long maxOrderAgeNs) {
        this.defaultAccount = defaultAccount;
        this.accounts = List.copyOf(accounts);
        this.accountLookup = new HashSet<>(accounts);
        this.maxMessagesPerSecond = maxMessagesPerSecond;
        this.maxOrderAgeNs = maxOrderAgeNs;
    }

    static SessionSettings of(final DefineFixSession definition) {
        return new SessionSettings(
                definition.defaultAccount(),
                definition.accounts(),
                definition.maxMessagesPerSecond(),
                definition.maxOrderAgeNs());
    }

    /**
     * Checks a definition whole.
     *
     * @param definition as an operator wrote it.
     * @return what is wrong with it, naming field, value and bound; "" if nothing is.
     */
    static String faultOf(final DefineFixSession definition) {
        if (!isName(definition.compId())) {
            return "compId '" + definition.compId() + "' is not 1 to " + Bounds.MAX_NAME_LENGTH + " characters";
        }
        final List<String> accounts = definition.accounts();
        if (accounts.size() > MAX_ACCOUNTS) {
            return "accounts: " + accounts.size() + " are more than " + MAX_ACCOUNTS;
        }
        for (final String account : accounts) {
            if (!isName(account)) {
                return "account '" + account + "' is not 1 to " + Bounds.MAX_NAME_LENGTH + " characters";
            }
        }
        if (!accounts.contains(definition.defaultAccount())) {
            return "defaultAccount '" + definition.defaultAccount() + "' is not among the session's accounts";
        }
        if (definition.maxMessagesPerSecond() < 0) {
            return "maxMessagesPerSecond " + definition.maxMessagesPerSecond() + " is below 0";
        }
        return definition.maxOrderAgeNs() > 0 ? "" : "maxOrderAgeNs " + definition.maxOrderAgeNs() + " is not above 0";
    }

    private static boolean isName(final String text) {
        return !text.isEmpty() && text.length() <= Bounds.MAX_NAME_LENGTH;
    }

    String defaultAccount() {
        return defaultAccount;
    }

    boolean mayUse(final String account) {
        return accountLookup.contains(account);
    }

    /** {@return the most application messages a second, 0 for no limit} */
    int maxMessagesPerSecond() {
        return maxMessagesPerSecond;
    }

    long maxOrderAgeNs() {
        return maxOrderAgeNs;
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putText(defaultAccount);
        snapshot.putInt(accounts.size());
        accounts.forEach(snapshot::putText);
        snapshot.putInt(maxMessagesPerSecond);
        snapshot.putLong(maxOrderAgeNs);
    }

    static SessionSettings readFrom(final SnapshotReader snapshot) {
        final String defaultAccount = snapshot.getText();
        final int count = snapshot.getInt();
        final List<String> accounts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            accounts.add(snapshot.getText());
        }
        return new SessionSettings(defaultAccount, accounts, snapshot.getInt(), snapshot.getLong());
    }
}
