package io.weir.core.snapshot;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Catches the record that a reader hands to its handler, whichever of the handler's many methods it calls. */
final class Caught<T> {
    private final Class<T> type;
    private T message;

    Caught(final Class<T> type) {
        this.type = type;
    }

    <H> H as(final Class<H> handlerType) {
        return handlerType.cast(
                Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, this::called));
    }

    /** {@return the record caught last} */
    T take() {
        final T taken = message;
        message = null;
        return taken;
    }

    private Object called(final Object proxy, final Method method, final Object[] arguments) {
        if (method.getReturnType() == boolean.class) {
            return true;
        }
        message = type.cast(arguments[0]);
        return null;
    }
}
