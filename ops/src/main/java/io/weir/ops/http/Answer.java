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
    static final int ACCEPTED = 202;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONFLICT = 409;
    static final int URI_TOO_LONG = 414;
    static final int HEADERS_TOO_LARGE = 431;
    static final int INTERNAL_ERROR = 500;
    static final int UNAVAILABLE = 503;

    private static final String PLAIN = "text/plain; charset=utf-8";

    /** The request is wrong: names field, value and bound. */
    static Answer faults(final int status, final List<String> faults) {
        return new Answer(status, Json.CONTENT_TYPE, Json.faults(faults));
    }

    /** As {@link #faults(int, List)}, a line each if it goes to a terminal. */
    static Answer faults(final int status, final List<String> faults, final boolean plain) {
        return plain ? new Answer(status, PLAIN, String.join("\n", faults) + "\n") : faults(status, faults);
    }

    /** Done, said in one line. */
    static Answer line(final String line) {
        return text(line + "\n");
    }

    /** Done, said in lines. */
    static Answer text(final String text) {
        return new Answer(OK, PLAIN, text);
    }

    /** As {@link #faults(int, List)}, for one. */
    static Answer fault(final int status, final String fault) {
        return faults(status, List.of(fault));
    }
}
