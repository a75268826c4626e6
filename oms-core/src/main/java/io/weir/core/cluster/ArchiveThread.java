package io.weir.core.cluster;

import io.aeron.archive.Archive;
import io.aeron.driver.MediaDriver;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentInvoker;
import org.agrona.concurrent.AgentTerminationException;

/** Media driver and archive in one duty cycle, for the compact layout; they are closed on the thread that ran them. */
final class ArchiveThread implements Agent {
    private final MediaDriver driver;
    private final Archive archive;
    private final AgentInvoker invoker;
    private final Runnable onTermination;

    ArchiveThread(final MediaDriver driver, final Archive archive, final Runnable onTermination) {
        this.driver = driver;
        this.archive = archive;
        this.invoker = archive.invoker();
        this.onTermination = onTermination;
    }

    @Override
    public int doWork() {
        final int workCount = invoker.invoke();
        if (invoker.isClosed()) {
            onTermination.run();
            throw new AgentTerminationException("archive and media driver have ended");
        }
        return workCount;
    }

    @Override
    public void onClose() {
        CloseHelper.closeAll(archive, driver);
    }

    @Override
    public String roleName() {
        return "weir-archive";
    }
}
