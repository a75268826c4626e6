package io.weir.app;

/** The gateway cannot start or go on, for a reason that its operator can mend; the message says which. */
final class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GatewayException(final String message) {
        super(message);
    }

    GatewayException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
