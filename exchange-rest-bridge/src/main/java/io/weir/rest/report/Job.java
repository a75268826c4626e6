package io.weir.rest.report;

/** One request of the agent's on its way to the event loop, and then at work there. Exactly one of the two is called, once. */
public interface Job {
    /**
     * Does it; event loop only.
     *
     * @param done to be called once, when no request of it runs any more.
     */
    void start(Runnable done);

    /**
     * It will not be done: nothing of it has left.
     *
     * @param why for ops.
     */
    void drop(String why);
}
