package io.weir.simulator.binance;

/** How the two halves of a cancel-replace are told together. Binance API documentation, "Cancel an existing order and send a new one". */
final class CancelReplace {
    private CancelReplace() {}

    /** The cancel failed and nothing was placed, as asked. */
    static Answer stopped(final Answer cancel) {
        return new Answer(
                Answer.BAD_REQUEST,
                failure(
                        -2022,
                        "Order cancel-replace failed.",
                        parts("FAILURE", "NOT_ATTEMPTED", cancel.body(), "null")));
    }

    static Answer answer(final Answer cancel, final Answer place) {
        final String parts = parts(word(cancel), word(place), cancel.body(), place.body());
        if (cancel.isOk() && place.isOk()) {
            return new Answer(Answer.OK, parts);
        }
        if (!cancel.isOk() && !place.isOk()) {
            final int status = place.status() == Answer.TOO_MANY ? Answer.TOO_MANY : Answer.BAD_REQUEST;
            return new Answer(status, failure(-2022, "Order cancel-replace failed.", parts));
        }
        return new Answer(Answer.CONFLICT, failure(-2021, "Order cancel-replace partially failed.", parts));
    }

    private static String word(final Answer half) {
        return half.isOk() ? "SUCCESS" : "FAILURE";
    }

    private static String parts(
            final String cancel, final String place, final String cancelBody, final String placeBody) {
        return "{\"cancelResult\":\"" + cancel + "\",\"newOrderResult\":\"" + place + "\",\"cancelResponse\":"
                + cancelBody + ",\"newOrderResponse\":" + placeBody + "}";
    }

    private static String failure(final int code, final String msg, final String parts) {
        return "{\"code\":" + code + ",\"msg\":\"" + msg + "\",\"data\":" + parts + "}";
    }
}
