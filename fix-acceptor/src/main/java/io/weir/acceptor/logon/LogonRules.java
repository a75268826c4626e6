package io.weir.acceptor.logon;

import io.weir.acceptor.AcceptorBounds;
import io.weir.acceptor.message.FixMessage;
import io.weir.acceptor.message.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a well-formed Logon has to say, the password apart. Immutable; any thread. Source: docs/fix-sessions.md, logon. */
public final class LogonRules {
    private final String targetCompId;
    private final int minHeartBtIntS;
    private final Map<String, ClientConfig> clients = new HashMap<>();

    public LogonRules(final String targetCompId, final int minHeartBtIntS, final List<ClientConfig> clients) {
        this.targetCompId = targetCompId;
        this.minHeartBtIntS = minHeartBtIntS;
        clients.forEach(client -> this.clients.put(client.compId(), client));
    }

    /** {@return the client that a Logon names, null if there is none} */
    public ClientConfig client(final FixMessage logon) {
        return clients.get(logon.text(Tags.SENDER_COMP_ID));
    }

    /**
     * Judges a Logon.
     *
     * @param logon   a checked Logon(A).
     * @param client  whom it names; null if there is none.
     * @param address where it comes from.
     * @return why it is refused, "" if it is not; never a password.
     */
    public String refusal(final FixMessage logon, final ClientConfig client, final String address) {
        if (client == null) {
            return "SenderCompID(49) is not known";
        }
        if (!targetCompId.equals(logon.text(Tags.TARGET_COMP_ID))) {
            return "TargetCompID(56) is not " + targetCompId;
        }
        if (!client.allowedAddresses().isEmpty() && !client.allowedAddresses().contains(address)) {
            return "address " + address + " is not allowed";
        }
        if (logon.number(Tags.ENCRYPT_METHOD, 0) != 0) {
            return "EncryptMethod(98) is not 0";
        }
        return heartBtIntFault(logon);
    }

    /** {@return what is wrong with HeartBtInt(108) of a checked Logon, "" if nothing is} */
    public String heartBtIntFault(final FixMessage logon) {
        final long heartBtIntS = logon.number(Tags.HEART_BT_INT, 0);
        final boolean within = heartBtIntS >= minHeartBtIntS && heartBtIntS <= AcceptorBounds.MAX_HEART_BT_INT_S;
        return heartBtIntS == 0 || within
                ? ""
                : "HeartBtInt(108) " + heartBtIntS + " is neither 0 nor within " + minHeartBtIntS + " to "
                        + AcceptorBounds.MAX_HEART_BT_INT_S;
    }
}
