package io.weir.ops.http;

import io.vertx.core.Future;
import java.util.Map;

/** A page at which an operator who shows the key changes something. On the event loop; nothing of it waits. */
interface OperatorPage {
    /** {@return where it is, for example {@code /kill-switch}} */
    String path();

    /** {@return whether the header Authorization, "" if there is none, shows the key} */
    boolean opensTo(String authorization);

    /**
     * Does it.
     *
     * @param parameters of the request.
     * @param plain      lines for a terminal, otherwise JSON.
     * @return the answer.
     */
    Future<Answer> post(Map<String, String> parameters, boolean plain);
}
