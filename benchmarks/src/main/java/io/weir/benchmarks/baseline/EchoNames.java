package io.weir.benchmarks.baseline;

/** What the baselines and who starts them agree on. */
public final class EchoNames {
    /** CompID of every echo. */
    public static final String SERVER = "GATEWAY";

    /** CompID of the client. */
    public static final String CLIENT = "CLIENT";

    /** The line on standard output that says that a Logon would be answered. */
    public static final String READY = "ready";

    private EchoNames() {}
}
