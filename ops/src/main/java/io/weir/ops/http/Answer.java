package io.weir.ops.http;

import java.util.List;

/**
 * What a request is answered.
 *
 * @param status      HTTP status code.
 * @param contentType of the body.
 * @param body        the whole text.
 */
record Answer(int status, String contentType, String body) {
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int URI_TOO_LONG = 414;
    static final int HEADERS_TOO_LARGE = 431;
    static final int INTERNAL_ERROR = 500;
    static final int UNAVAILABLE = 503;

    /** The request is wrong: names field, value and bound. */
    static Answer faults(final int status, final List<String> faults) {
        return new Answer(status, Json.CONTENT_TYPE, Json.faults(faults));
    }

    /** As {@link #faults(int, List)}, for one. */
    static Answer fault(final int status, final String fault) {
        return faults(status, List.of(fault));
    }
}
