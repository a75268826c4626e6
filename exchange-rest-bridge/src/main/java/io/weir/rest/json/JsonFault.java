package io.weir.rest.json;

/** A text from a venue is not what it should be. The message names the field and, cut, what stands there. */
public final class JsonFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what is wrong.
     */
    public JsonFault(final String message) {
        super(message);
    }
}
