package io.weir.app;

import io.weir.config.Settings;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that tell the processes of one gateway apart that share a settings file; each goes before what the file says. */
final class PlaceOptions {
    @Option(
            names = "--roles",
            paramLabel = "ROLE",
            split = ",",
            description = "What this process is for: node, acceptor, venues, ops; all of them if the file names none.")
    private List<String> roles;

    @Option(names = "--member-id", paramLabel = "N", description = "Which of node.members this process is.")
    private Integer memberId;

    @Option(
            names = "--acceptor-id",
            paramLabel = "N",
            description = "Id of this acceptor at the log, its own among all.")
    private Integer acceptorId;

    /**
     * Puts what was given in place of what the file says.
     *
     * @param settings of the whole file.
     */
    void override(final Settings settings) {
        if (roles != null) {
            settings.override("roles", roles);
        }
        if (memberId != null) {
            settings.override("node.member-id", memberId);
        }
        if (acceptorId != null) {
            settings.override("edges.acceptor-id", acceptorId);
        }
    }
}
