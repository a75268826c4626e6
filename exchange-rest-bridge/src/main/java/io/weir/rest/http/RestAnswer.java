package io.weir.rest.http;

import io.vertx.core.MultiMap;

/**
 * What a server has answered, whole.
 *
 * @param status  HTTP status.
 * @param headers names in any letter case.
 * @param body    bytes, perhaps none.
 */
public record RestAnswer(int status, MultiMap headers, byte[] body) {
    /** {@return whether the status says success} */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
