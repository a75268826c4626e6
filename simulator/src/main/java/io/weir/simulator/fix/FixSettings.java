package io.weir.simulator.fix;

import io.weir.simulator.AccountConfig;
import io.weir.simulator.SimulatorConfig;
import quickfix.Acceptor;
import quickfix.FixVersions;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;

/** QuickFIX/J's settings for one venue: one session per account, in session round the clock, numbers kept in files. */
final class FixSettings {
    /** Where in the data directory the sessions' files are. */
    static final String STORE_DIRECTORY = "fix";

    private static final int MAX_LATENCY_S = 120;

    private FixSettings() {}

    static SessionID sessionId(final SimulatorConfig config, final AccountConfig account) {
        return new SessionID(FixVersions.BEGINSTRING_FIX44, config.name(), account.login());
    }

    static SessionSettings of(final SimulatorConfig config, final int port) {
        final SessionSettings settings = new SessionSettings();
        settings.setString("ConnectionType", "acceptor");
        settings.setString(Acceptor.SETTING_SOCKET_ACCEPT_ADDRESS, SimulatorConfig.HOST);
        settings.setLong(Acceptor.SETTING_SOCKET_ACCEPT_PORT, port);
        settings.setString("SocketTcpNoDelay", "Y");
        settings.setString("SocketReuseAddress", "Y");
        settings.setString(Session.SETTING_NON_STOP_SESSION, "Y");
        settings.setString(Session.SETTING_START_TIME, "00:00:00");
        settings.setString(Session.SETTING_END_TIME, "00:00:00");
        settings.setString(Session.SETTING_USE_DATA_DICTIONARY, "Y");
        settings.setString(Session.SETTING_DATA_DICTIONARY, "FIX44.xml");
        settings.setBool(Session.SETTING_VALIDATE_INCOMING_MESSAGE, config.strict());
        settings.setBool(Session.SETTING_CHECK_LATENCY, config.strict());
        settings.setLong(Session.SETTING_MAX_LATENCY, MAX_LATENCY_S);
        for (final AccountConfig account : config.accounts()) {
            settings.setString(sessionId(config, account), Session.SETTING_DESCRIPTION, account.name());
        }
        return settings;
    }
}
