package io.weir.rest.http;

/**
 * How much a {@link RestClient} may use.
 *
 * @param connections      the most at once, 1 and more; each carries one request at a time.
 * @param waiting          the most requests that wait for a connection.
 * @param connectTimeoutMs ms to get a connection, the wait included.
 * @param answerTimeoutMs  ms of silence after which a request counts as unanswered.
 * @param maxBodyBytes     a longer answer counts as none.
 */
public record RestBounds(int connections, int waiting, long connectTimeoutMs, long answerTimeoutMs, int maxBodyBytes) {}
