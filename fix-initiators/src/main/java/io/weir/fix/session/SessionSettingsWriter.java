package io.weir.fix.session;

import io.weir.fix.FixVenueConfig;
import quickfix.FixVersions;
import quickfix.Initiator;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;

/** QuickFIX/J's settings for a session to a venue. */
final class SessionSettingsWriter {
    private static final int LOGON_TIMEOUT_S = 5;
    private static final int LOGOUT_TIMEOUT_S = 2;

    private SessionSettingsWriter() {}

    static SessionID sessionId(final FixVenueConfig config) {
        return new SessionID(FixVersions.BEGINSTRING_FIX44, config.senderCompId(), config.targetCompId());
    }

    static SessionSettings settings(final FixVenueConfig config) {
        final SessionSettings settings = new SessionSettings();
        final SessionID id = sessionId(config);
        settings.setString(id, "ConnectionType", "initiator");
        settings.setString(id, Initiator.SETTING_SOCKET_CONNECT_HOST, config.host());
        settings.setLong(id, Initiator.SETTING_SOCKET_CONNECT_PORT, config.port());
        // QuickFIX/J looks once a second; an interval of a second would now and then be judged to be not over yet.
        settings.setLong(id, Initiator.SETTING_RECONNECT_INTERVAL, 0);
        settings.setString(id, "SocketTcpNoDelay", "Y");
        settings.setLong(id, Session.SETTING_HEARTBTINT, config.heartBtIntS());
        settings.setLong(id, Session.SETTING_LOGON_TIMEOUT, LOGON_TIMEOUT_S);
        settings.setLong(id, Session.SETTING_LOGOUT_TIMEOUT, LOGOUT_TIMEOUT_S);
        settings.setString(id, Session.SETTING_NON_STOP_SESSION, "Y");
        settings.setString(id, Session.SETTING_START_TIME, "00:00:00");
        settings.setString(id, Session.SETTING_END_TIME, "00:00:00");
        settings.setBool(id, Session.SETTING_RESET_ON_LOGON, config.resetOnLogon());
        settings.setBool(id, Session.SETTING_RESET_ON_LOGOUT, false);
        settings.setBool(id, Session.SETTING_RESET_ON_DISCONNECT, false);
        settings.setString(id, Session.SETTING_USE_DATA_DICTIONARY, "Y");
        settings.setString(id, Session.SETTING_DATA_DICTIONARY, "FIX44.xml");
        // A report that breaks a rule of the dictionary still tells of money: it is read, never refused unread.
        settings.setBool(id, Session.SETTING_VALIDATE_INCOMING_MESSAGE, false);
        // Nor is it refused for its SendingTime(52), which QuickFIX/J would parse at every message.
        settings.setBool(id, Session.SETTING_CHECK_LATENCY, false);
        // A venue may send more than the standard has; what we read is checked where it is read.
        settings.setBool(id, Session.SETTING_VALIDATE_USER_DEFINED_FIELDS, false);
        settings.setBool(id, Session.SETTING_ALLOW_UNKNOWN_MSG_FIELDS, true);
        settings.setBool(id, Session.SETTING_VALIDATE_FIELDS_HAVE_VALUES, false);
        settings.setBool(id, Session.SETTING_VALIDATE_FIELDS_OUT_OF_ORDER, false);
        settings.setBool(id, Session.SETTING_VALIDATE_UNORDERED_GROUP_FIELDS, false);
        return settings;
    }
}
