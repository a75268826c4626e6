package io.weir.config;

import java.util.List;

/** The settings are wrong. Its message has every fault, one a line, by key. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /**
     * Makes one of all faults.
     *
     * @param source where the settings come from, for example a file.
     * @param faults one line each, "key: what is wrong".
     */
    public ConfigException(final String source, final List<String> faults) {
        super(source + " has " + faults.size() + (faults.size() == 1 ? " fault:" : " faults:") + "\n  "
                + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** {@return the faults, one line each} */
    public List<String> faults() {
        return faults;
    }
}
