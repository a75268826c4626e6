package io.weir.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.config.ConfigException;
import io.weir.config.Secret;
import io.weir.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StoreConfigTest {
    private static final Path DIRECTORY = Path.of("data", "store");

    @Test
    void shouldBeEmbeddedUnlessToldOtherwise() {
        final StoreConfig config = read("other: 1", "store");
        assertTrue(config.isEmbedded());
        assertEquals(DIRECTORY, config.directory());
        assertEquals(StoreConfig.DEFAULT_BATCH_EVENTS, config.batchEvents());
    }

    @Test
    void shouldReadPostgreSqlAndNeverPrintItsPassword() {
        final StoreConfig config =
                read("store: {url: 'jdbc:postgresql://db/weir', user: weir, password: 'plain:hush'}", "store");
        assertFalse(config.isEmbedded());
        assertEquals("hush", config.password().reveal());
        assertFalse(config.toString().contains("hush"));
    }

    @Test
    void shouldNameAllFaultsAtOnce() {
        final Settings settings = Settings.parse(
                "test",
                "store: {url: 'jdbc:postgresql://me:secret@db/weir', user: weir, password: 'plain:x', pool-size: 0,"
                        + " batch-time: 1h, batch-size: 3}");
        StoreConfig.read(settings.section("store"), DIRECTORY, true);
        final ConfigException thrown = assertThrows(ConfigException.class, settings::check);
        final String faults = String.join("\n", thrown.faults());
        assertTrue(faults.contains("store.url: holds a user or a password"), faults);
        assertTrue(faults.contains("store.pool-size: "), faults);
        assertTrue(faults.contains("store.batch-time: PT1H is not within PT0.001S to PT10S"), faults);
        assertTrue(faults.contains("store.batch-size: is not a setting"), faults);
        assertFalse(faults.contains("secret"), faults);
    }

    @Test
    void shouldRefuseWhatNoSettingsFileHasChecked() {
        assertThrows(
                ConfigException.class,
                () -> new StoreConfig(
                        DIRECTORY,
                        "jdbc:mysql://x",
                        "",
                        Secret.of(""),
                        1,
                        1,
                        Duration.ofHours(1),
                        0,
                        0,
                        Duration.ZERO));
        assertThrows(ConfigException.class, () -> StoreConfig.embedded(Path.of("a;INIT=RUNSCRIPT")));
    }

    private static StoreConfig read(final String yaml, final String section) {
        return StoreConfig.read(Settings.parse("test", yaml).section(section), DIRECTORY, true);
    }
}
