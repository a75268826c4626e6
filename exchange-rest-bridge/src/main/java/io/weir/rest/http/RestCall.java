package io.weir.rest.http;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One request to be made.
 *
 * @param method  GET, POST, PUT or DELETE.
 * @param path    below the endpoint's.
 * @param headers beyond those of HTTP itself.
 * @param payload query string or form body; asked for when a connection is at hand, so that its time is that of the send.
 * @param inBody  whether the payload is a form body.
 */
public record RestCall(
        HttpMethod method, String path, Map<String, String> headers, Supplier<String> payload, boolean inBody) {}
