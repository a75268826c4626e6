package io.weir.app;

/** How threads behind the log give way to whoever else wants the processor. */
enum Behind {
    /** By a share: they keep about a tenth of what is wanted. */
    NICE,

    /** At once and wholly ({@link IdlePolicy}): they run while nobody else wants to. */
    IDLE
}
