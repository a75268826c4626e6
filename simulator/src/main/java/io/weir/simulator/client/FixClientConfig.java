package io.weir.simulator.client;

import java.nio.file.Path;

/**
 * Where and as whom a {@link FixClient} logs on.
 *
 * @param host         of the gateway.
 * @param port         of the gateway's FIX acceptor.
 * @param senderCompId SenderCompID(49), also sent as Username(553).
 * @param targetCompId TargetCompID(56).
 * @param password     Password(554); never printed.
 * @param heartBtIntS  HeartBtInt(108), seconds.
 * @param storeDir     directory for sequence numbers and messages; they outlive the client. Null: they do not.
 * @param resetOnLogon sends ResetSeqNumFlag(141)=Y with each Logon.
 * @param backupPort   of a second acceptor on the same host that it tries in turn with the first; 0: there is none.
 */
public record FixClientConfig(
        String host,
        int port,
        String senderCompId,
        String targetCompId,
        String password,
        int heartBtIntS,
        Path storeDir,
        boolean resetOnLogon,
        int backupPort) {
    /**
     * A client with the usual settings and no store of its own.
     *
     * @param port         of the gateway's FIX acceptor on loopback.
     * @param senderCompId SenderCompID(49).
     * @param password     Password(554).
     * @return the settings.
     */
    public static FixClientConfig loopback(final int port, final String senderCompId, final String password) {
        return new FixClientConfig("127.0.0.1", port, senderCompId, "GATEWAY", password, 30, null, false, 0);
    }

    /** {@return the same with a directory for numbers and messages} */
    public FixClientConfig withStore(final Path directory) {
        return new FixClientConfig(
                host, port, senderCompId, targetCompId, password, heartBtIntS, directory, resetOnLogon, backupPort);
    }

    /** {@return the same that sends ResetSeqNumFlag(141)=Y with each Logon} */
    public FixClientConfig withResetOnLogon() {
        return new FixClientConfig(
                host, port, senderCompId, targetCompId, password, heartBtIntS, storeDir, true, backupPort);
    }

    /** {@return the same with a second acceptor to go to, 0 for none} */
    public FixClientConfig withBackup(final int otherPort) {
        return new FixClientConfig(
                host, port, senderCompId, targetCompId, password, heartBtIntS, storeDir, resetOnLogon, otherPort);
    }

    @Override
    public String toString() {
        return senderCompId + "->" + targetCompId + "@" + host + ":" + port;
    }
}
