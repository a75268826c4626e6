package io.weir.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private enum Durability {
        PROCESS,
        DISK
    }

    @Test
    void shouldReadTypedValues() {
        final Settings settings = Settings.parse(
                "test",
                "port: 9880\nname: GATEWAY\nwait: 250ms\nsync: disk\non: true\nqty: 0.00001\nnodes: [a, b]\n"
                        + "list:\n  - {id: 1}\n  - {id: 2}\n");
        assertEquals(9880, settings.integer("port", 1, 65_535, 0));
        assertEquals("GATEWAY", settings.text("name"));
        assertEquals(Duration.ofMillis(250), settings.duration("wait", Duration.ZERO));
        assertEquals(Durability.DISK, settings.oneOf("sync", Durability.class, Durability.PROCESS));
        assertTrue(settings.flag("on", false));
        assertEquals("0.00001", settings.decimal("qty", "0"));
        assertEquals(List.of("a", "b"), settings.texts("nodes"));
        assertEquals(
                List.of(1, 2),
                settings.sections("list").stream()
                        .map(item -> item.integer("id", 0, 9, 0))
                        .toList());
        assertEquals("default", settings.section("absent").text("name", "default"));
        settings.check();
    }

    @Test
    void shouldNameEveryFaultAtOnceByKey() {
        final Settings settings =
                Settings.parse("gateway.yaml", "port: 99999\nfix:\n  wait: soon\n  hots: 127.0.0.1\n");
        settings.integer("port", 1, 65_535, 9880);
        settings.section("fix").duration("wait", Duration.ZERO);
        settings.text("dataDir");
        final ConfigException thrown = assertThrows(ConfigException.class, settings::check);
        assertEquals(
                List.of(
                        "port: '99999' is not a whole number within 1 to 65535",
                        "fix.wait: 'soon' is no length of time such as 250ms, 10s, 5m or 2h",
                        "dataDir: is missing; a text is needed",
                        "fix.hots: is not a setting of this place; known here: [wait]"),
                thrown.faults());
    }

    @Test
    void shouldRefuseWhatIsNoMap() {
        assertThrows(ConfigException.class, () -> Settings.parse("test", "- a\n- b"));
        assertThrows(ConfigException.class, () -> Settings.parse("test", "a: [1"));
        assertThrows(ConfigException.class, () -> Settings.load(Path.of("does-not-exist.yaml")));
    }

    @Test
    void shouldPutAnOptionInPlaceOfWhatTheFileSays() {
        final Settings settings = Settings.parse("test", "fix: {port: 1}");
        settings.override("fix.port", 2);
        settings.override("http.port", 3);
        settings.override("data-dir", "there");
        assertEquals(2, settings.section("fix").integer("port", 0, 9, 0));
        assertEquals(3, settings.section("http").integer("port", 0, 9, 0));
        assertEquals("there", settings.text("data-dir"));
        settings.check();
    }

    @Test
    void shouldNeverShowASecret() {
        final Settings settings = Settings.parse("test", "password: plain:tiger\nkey: env:WEIR_NO_SUCH_VARIABLE\n");
        final Secret secret = settings.secret("password", true);
        assertEquals("tiger", secret.reveal());
        assertFalse(String.valueOf(secret).contains("tiger"));
        settings.secret("password", false);
        settings.secret("key", false);
        final ConfigException thrown = assertThrows(ConfigException.class, settings::check);
        assertEquals(2, thrown.faults().size());
        assertFalse(thrown.getMessage().contains("tiger"));
    }
}
