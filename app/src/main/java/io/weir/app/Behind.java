package io.weir.app;

/** How the tables, which nobody waits for, give way to whoever else wants the processor. */
enum Behind {
    /** By a share, as all behind the log do: they keep about a tenth of what is wanted. */
    NICE,

    /** At once and wholly ({@link IdlePolicy}): they are written while nobody else wants to run. */
    IDLE
}
