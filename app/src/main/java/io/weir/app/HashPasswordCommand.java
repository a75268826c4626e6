package io.weir.app;

import io.weir.acceptor.logon.StoredPassword;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gateway hash-password}: makes what the settings keep of a client's password. */
@Command(
        name = "hash-password",
        description =
                "Read a client's password from the terminal or standard input and print the hash to be kept of it.",
        mixinStandardHelpOptions = true)
final class HashPasswordCommand implements Callable<Integer> {
    private static final int SALT_BYTES = 16;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        final String password = read();
        if (password == null || password.isEmpty()) {
            spec.commandLine().getErr().println("gateway: the password is empty");
            return spec.exitCodeOnInvalidInput();
        }
        final byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        spec.commandLine().getOut().println(StoredPassword.hash(password, salt, StoredPassword.ITERATIONS));
        return spec.exitCodeOnSuccess();
    }

    private static String read() throws IOException {
        final Console console = System.console();
        if (console != null) {
            final char[] typed = console.readPassword("Password: ");
            return typed == null ? null : new String(typed);
        }
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }
}
