package io.weir.rest.binance;

import io.weir.rest.http.RestAnswer;

/** Takes the outcome of one request to the venue: exactly one of these is called, once, on the event loop. */
interface AnswerHandler {
    /** The venue has answered, and the ruling says what that proves. */
    void onAnswer(Ruling ruling, RestAnswer answer);

    /** Nothing has left. */
    void onNotSent(String why);

    /** It may have left, and nothing is known. */
    void onUnanswered(String why);
}
