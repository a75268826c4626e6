package io.weir.benchmarks.baseline;

import io.aeron.CommonContext;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.ArchivingMediaDriver;
import io.aeron.archive.client.AeronArchive;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.weir.benchmarks.baseline.codec.FixDictionaryImpl;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import uk.co.real_logic.artio.engine.EngineConfiguration;
import uk.co.real_logic.artio.engine.FixEngine;
import uk.co.real_logic.artio.engine.LowResourceEngineScheduler;
import uk.co.real_logic.artio.library.FixLibrary;
import uk.co.real_logic.artio.library.LibraryConfiguration;
import uk.co.real_logic.artio.messages.InitialAcceptedSessionOwner;
import uk.co.real_logic.artio.validation.AuthenticationStrategy;
import uk.co.real_logic.artio.validation.SessionPersistenceStrategy;

/**
 * A bare Artio engine and library that answer each NewOrderSingle with ExecutionReport New: messages of both directions are
 * logged in its archive, as by default, and the numbers go on over connections. A process of its own:
 * {@code ArtioEcho DIR PORT}.
 *
 * <p>Driver, archive, engine and library wait as the gateway's own duty cycles do. Few threads suit few cores: driver and archive
 * have one each, the engine's agents share one, the library has one.
 */
public final class ArtioEcho {
    private static final String CONTROL = "aeron:ipc?term-length=1m";
    private static final int FRAGMENT_LIMIT = 64;
    private static final int TERM_BYTES = 64 << 20;

    private ArtioEcho() {}

    /**
     * Runs until the process is ended.
     *
     * @param args directory of logs and archive, port to listen on.
     */
    public static void main(final String[] args) {
        final Path directory = Path.of(args[0]);
        final String aeronDirectory = CommonContext.getAeronDirectoryName() + "-echo-"
                + ProcessHandle.current().pid();
        final ArchivingMediaDriver driver =
                ArchivingMediaDriver.launch(driver(aeronDirectory), archive(directory, aeronDirectory));
        final FixEngine engine = FixEngine.launch(engine(directory, aeronDirectory, Integer.parseInt(args[1])));
        final FixLibrary library = FixLibrary.connect(library(directory, aeronDirectory));
        final AgentRunner runner =
                new AgentRunner(idle(), Throwable::printStackTrace, null, new EchoAgent(library, FRAGMENT_LIMIT));
        final Thread libraryThread = AgentRunner.startOnThread(runner);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            runner.close();
            engine.close();
            driver.close();
        }));
        while (!library.isConnected()) {
            Thread.onSpinWait();
        }
        System.out.println(EchoNames.READY);
        join(libraryThread);
    }

    private static void join(final Thread thread) {
        try {
            thread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static IdleStrategy idle() {
        return new BackoffIdleStrategy(50, 5, 1_000, 100_000);
    }

    private static MediaDriver.Context driver(final String aeronDirectory) {
        return new MediaDriver.Context()
                .aeronDirectoryName(aeronDirectory)
                .threadingMode(ThreadingMode.SHARED)
                .sharedIdleStrategy(idle())
                .ipcTermBufferLength(TERM_BYTES)
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true);
    }

    private static Archive.Context archive(final Path directory, final String aeronDirectory) {
        return new Archive.Context()
                .aeronDirectoryName(aeronDirectory)
                .archiveDir(directory.resolve("archive").toFile())
                .controlChannelEnabled(false)
                .archiveClientContext(new AeronArchive.Context().controlResponseChannel(CONTROL))
                .localControlChannel(CONTROL)
                .replicationChannel("aeron:udp?endpoint=127.0.0.1:0")
                .recordingEventsEnabled(false)
                .threadingMode(ArchiveThreadingMode.SHARED)
                .idleStrategySupplier(ArtioEcho::idle);
    }

    private static EngineConfiguration engine(final Path directory, final String aeronDirectory, final int port) {
        final EngineConfiguration config = new EngineConfiguration()
                .bindTo("127.0.0.1", port)
                .libraryAeronChannel(CommonContext.IPC_CHANNEL)
                .logFileDir(directory.resolve("engine").toString())
                .acceptorfixDictionary(FixDictionaryImpl.class)
                .authenticationStrategy(AuthenticationStrategy.none())
                .sessionPersistenceStrategy(SessionPersistenceStrategy.alwaysPersistent())
                .initialAcceptedSessionOwner(InitialAcceptedSessionOwner.SOLE_LIBRARY)
                .scheduler(new LowResourceEngineScheduler())
                .framerIdleStrategy(idle())
                .archiverIdleStrategy(idle());
        config.printAeronStreamIdentifiers(false);
        config.monitoringFile(
                directory.resolve("engine-counters").toString()); // the default is one file for the machine
        config.aeronContext().aeronDirectoryName(aeronDirectory);
        final AeronArchive.Context archive = config.aeronArchiveContext();
        archive.aeronDirectoryName(aeronDirectory)
                .controlRequestChannel(CONTROL)
                .controlResponseChannel(CONTROL);
        return config;
    }

    private static LibraryConfiguration library(final Path directory, final String aeronDirectory) {
        final LibraryConfiguration config = new LibraryConfiguration()
                .libraryAeronChannels(List.of(CommonContext.IPC_CHANNEL))
                .libraryIdleStrategy(idle())
                .sessionAcquireHandler((session, info) -> new ArtioEchoSession());
        config.monitoringFile(directory.resolve("library-counters").toString());
        config.aeronContext().aeronDirectoryName(aeronDirectory);
        return config;
    }

    /** The library's duty cycle. */
    private record EchoAgent(FixLibrary library, int fragmentLimit) implements org.agrona.concurrent.Agent {
        @Override
        public int doWork() {
            return library.poll(fragmentLimit);
        }

        @Override
        public void onClose() {
            library.close();
        }

        @Override
        public String roleName() {
            return "echo-library";
        }
    }
}
