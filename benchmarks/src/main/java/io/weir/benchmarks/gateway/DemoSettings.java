package io.weir.benchmarks.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.weir.app.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The demo's settings, to be changed and written for the gateway of a run. */
public final class DemoSettings {
    private static final String PROFILE = "/etc/demo.yaml";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final ObjectNode root;

    /**
     * Reads them.
     *
     * @param simfix  port of the simulated venue that speaks FIX.
     * @param binance port of the simulated venue that speaks REST.
     */
    public DemoSettings(final int simfix, final int binance) {
        try (InputStream in = Main.class.getResourceAsStream(PROFILE)) {
            final String demo = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${SIMFIX.port}", String.valueOf(simfix))
                    .replace("${BINANCE.port}", String.valueOf(binance));
            root = (ObjectNode) YAML.readTree(demo);
        } catch (final IOException e) {
            throw new UncheckedIOException("the demo's settings cannot be read", e);
        }
    }

    /** Sets where it keeps its data and where its clients connect; its pages are at any free port. {@return this} */
    public DemoSettings at(final Path dataDir, final int fixPort) {
        root.put("data-dir", dataDir.toString());
        section("fix").put("port", fixPort);
        section("http").put("port", 0);
        return this;
    }

    /** {@return all of it, to be changed} */
    public ObjectNode root() {
        return root;
    }

    /**
     * Finds a part of it.
     *
     * @param name of a section that the demo has.
     * @return the section, to be changed.
     */
    public ObjectNode section(final String name) {
        if (!(root.get(name) instanceof ObjectNode section)) {
            throw new IllegalStateException("the demo's settings have no section '" + name + "'");
        }
        return section;
    }

    /**
     * Writes them.
     *
     * @param file replaced if it is there.
     * @throws UncheckedIOException if it cannot be written.
     */
    public void write(final Path file) {
        try {
            YAML.writeValue(file.toFile(), root);
        } catch (final IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
