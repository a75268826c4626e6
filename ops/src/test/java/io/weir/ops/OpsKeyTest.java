package io.weir.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpsKeyTest {
    @TempDir
    private Path data;

    @Test
    void shouldMakeOneAtTheFirstStartAndKeepIt() throws Exception {
        final OpsKey made = OpsKey.open(data);
        assertEquals("rw-------", permissions());
        assertEquals(64, Files.readString(file()).strip().length());
        assertTrue(OpsKey.open(data).isShownBy(made.authorization()));
        assertTrue(OpsKey.read(data).isShownBy(made.authorization()));
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    @Test
    void shouldMakeAnotherForEachGateway() throws Exception {
        final OpsKey other = OpsKey.open(Files.createDirectory(data.resolve("other")));
        assertFalse(OpsKey.open(data).isShownBy(other.authorization()));
    }

    @Test
    void shouldFinishWhatAKilledStartHadBegun() throws Exception {
        Files.writeString(data.resolve("ops-key.new"), "half a k");
        final OpsKey made = OpsKey.open(data);
        assertNotEquals("half a k", Files.readString(file()).strip());
        assertTrue(OpsKey.read(data).isShownBy(made.authorization()));
    }

    @Test
    void shouldShutAFileThatOthersCanRead() throws Exception {
        final OpsKey made = OpsKey.open(data);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(OpsKey.open(data).isShownBy(made.authorization()));
        assertEquals("rw-------", permissions());
    }

    @Test
    void shouldBeShownByItsBearerOnly() throws Exception {
        final OpsKey key = OpsKey.open(data);
        final String secret = Files.readString(file()).strip();
        assertTrue(key.isShownBy("bearer  " + secret));
        for (final String wrong : List.of(
                "",
                "Bearer",
                "Bearer ",
                secret,
                "Basic " + secret,
                "Bearer " + secret + "0",
                "Bearer " + secret.substring(1))) {
            assertFalse(key.isShownBy(wrong), wrong);
        }
    }

    @Test
    void shouldRefuseWhatIsNoKeyWithoutShowingIt() throws Exception {
        final String missing =
                assertThrows(IOException.class, () -> OpsKey.read(data)).getMessage();
        assertTrue(missing.contains("the gateway makes it at its start"), missing);
        Files.writeString(file(), "hunter2\n");
        final String tooShort =
                assertThrows(IOException.class, () -> OpsKey.open(data)).getMessage();
        assertTrue(tooShort.contains("holds 7 characters, a key has 32 to 256"), tooShort);
        assertFalse(tooShort.contains("hunter2"), tooShort);
        Files.writeString(file(), "x".repeat(40) + " y");
        final String blank =
                assertThrows(IOException.class, () -> OpsKey.open(data)).getMessage();
        assertTrue(blank.contains("no printable ASCII"), blank);
    }

    @Test
    void shouldNotPrintItself() throws Exception {
        final OpsKey key = OpsKey.open(data);
        assertFalse(new OperatorDoor(key, command -> null)
                .toString()
                .contains(Files.readString(file()).strip()));
    }

    private Path file() {
        return data.resolve("ops-key");
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
    }
}
