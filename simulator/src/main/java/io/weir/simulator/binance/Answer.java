package io.weir.simulator.binance;

/**
 * An answer before it is dressed for REST or for the WebSocket API.
 *
 * @param status HTTP status, or the same meaning on the WebSocket API.
 * @param body JSON: the result, or {code, msg}.
 */
record Answer(int status, String body) {
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    static final int BANNED = 418;
    static final int TOO_MANY = 429;
    static final int UNAVAILABLE = 503;
    static final int GATEWAY_TIMEOUT = 504;

    static final Answer EMPTY = new Answer(OK, "{}");
    static final Answer BAD_SYMBOL = bad(-1121, "Invalid symbol.");
    static final Answer BAD_SIDE = bad(-1117, "Invalid side.");
    static final Answer BAD_TYPE = bad(-1116, "Invalid orderType.");
    static final Answer BAD_TIME_IN_FORCE = bad(-1115, "Invalid timeInForce.");
    static final Answer BAD_SIGNATURE = bad(-1022, "Signature for this request is not valid.");
    static final Answer UNKNOWN_CANCEL = bad(-2011, "Unknown order sent.");
    static final Answer UNKNOWN_QUERY = bad(-2013, "Order does not exist.");
    static final Answer BAD_KEY_FORMAT = new Answer(UNAUTHORIZED, error(-2014, "API-key format invalid."));
    static final Answer BAD_KEY =
            new Answer(UNAUTHORIZED, error(-2015, "Invalid API-key, IP, or permissions for action."));
    static final Answer OVERLOADED = new Answer(UNAVAILABLE, error(-1008, "Server is overloaded, try again later."));
    static final Answer NO_ANSWER_FROM_ENGINE =
            new Answer(GATEWAY_TIMEOUT, error(-1007, "Timeout waiting for the engine; execution status unknown."));
    static final Answer TOO_MANY_REQUESTS = new Answer(TOO_MANY, error(-1003, "Too much request weight used."));
    static final Answer NO_SUCH_PATH = new Answer(NOT_FOUND, error(-1000, "No such path."));

    /** HTTP 400 with the venue's code and text. */
    static Answer bad(final int code, final String msg) {
        return new Answer(BAD_REQUEST, error(code, msg));
    }

    static Answer missing(final String parameter) {
        return bad(-1102, "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
    }

    static Answer illegal(final String parameter, final String legal) {
        return bad(-1100, "Illegal characters found in parameter '" + parameter + "'; legal range is '" + legal + "'.");
    }

    static Answer filter(final String name) {
        return bad(-1013, "Filter failure: " + name);
    }

    static String error(final int code, final String msg) {
        return "{\"code\":" + code + ",\"msg\":\"" + msg + "\"}";
    }

    boolean isOk() {
        return status == OK;
    }
}
