package io.weir.benchmarks.torture;

import java.util.List;

/** Processes are killed while clients trade, and in the end all books are compared. Used once, on one thread. */
public interface Drill extends AutoCloseable {
    /** Runs it; {@return what is wrong in the end} */
    Findings run();

    /** {@return all that the books have of the order of a finding, a line each} */
    List<String> history(Findings.Finding finding);

    /** {@return what happened, a line each} */
    String figures();

    /** Ends whatever it has started. */
    @Override
    void close();
}
