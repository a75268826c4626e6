package io.weir.acceptor.logon;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Has passwords checked by a helper, because a hash takes longer than a duty cycle may. Asked and polled by the acceptor's
 * thread; holds no more results than there are connections.
 */
public final class PasswordChecks {
    /**
     * What came of a check.
     *
     * @param connectionId whose Logon it was.
     * @param right        whether user name and password are those of the client.
     */
    public record Result(long connectionId, boolean right) {}

    private final Executor helper;
    private final Queue<Result> results = new ConcurrentLinkedQueue<>();

    /**
     * Makes one.
     *
     * @param helper runs the checks, not on the acceptor's thread; bounded: it throws
     *     {@link RejectedExecutionException} when it has too many.
     */
    public PasswordChecks(final Executor helper) {
        this.helper = helper;
    }

    /**
     * Asks for a check.
     *
     * @param connectionId named in the result.
     * @param client       whose password it has to be.
     * @param username     Username(553) as sent.
     * @param password     Password(554) as sent.
     * @return false if the helper has too many: ask again.
     */
    public boolean tryCheck(
            final long connectionId, final ClientConfig client, final String username, final String password) {
        if (client.username().isEmpty()) {
            return results.add(new Result(connectionId, true));
        }
        try {
            helper.execute(() -> results.add(new Result(connectionId, isRight(client, username, password))));
            return true;
        } catch (final RejectedExecutionException full) {
            return false;
        }
    }

    /** Hands on what has come. */
    public int poll(final Consumer<Result> handler) {
        int count = 0;
        for (Result result = results.poll(); result != null; result = results.poll()) {
            handler.accept(result);
            count++;
        }
        return count;
    }

    /** The hash is worked out for a wrong user name too, so that its time tells nothing. */
    private static boolean isRight(final ClientConfig client, final String username, final String password) {
        return client.password().matches(password) & client.username().equals(username);
    }
}
