package io.weir.app;

import io.weir.config.Settings;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a process is for. One process is for everything unless the settings say otherwise. */
enum Role {
    /** A member of the cluster: command log, state machine, journal. */
    NODE,
    /** Clients' FIX sessions. */
    ACCEPTOR,
    /** The exchanges. */
    VENUES,
    /** The store, orders and executions over HTTP, the operator's commands; tells the log the reference data. */
    OPS;

    private static final String KEY = "roles";

    /**
     * Reads the list {@code roles}; faults are noted.
     *
     * @param settings of the whole file.
     * @return the roles of this process, all if the file names none.
     */
    static Set<Role> read(final Settings settings) {
        final List<String> names = settings.texts(KEY);
        final Set<Role> roles = EnumSet.noneOf(Role.class);
        for (final String name : names) {
            Arrays.stream(values())
                    .filter(role -> role.word().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            roles::add,
                            () -> settings.fault(
                                    KEY,
                                    "'" + name + "' is none of "
                                            + Arrays.stream(values())
                                                    .map(Role::word)
                                                    .toList()));
        }
        if (settings.has(KEY) && names.isEmpty()) {
            settings.fault(KEY, "names none: a process without a role does nothing");
        }
        return roles.isEmpty() ? EnumSet.allOf(Role.class) : roles;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
