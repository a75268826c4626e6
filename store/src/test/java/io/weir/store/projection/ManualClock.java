package io.weir.store.projection;

import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;

/** A clock that a test moves. */
final class ManualClock implements NanoClock, EpochClock {
    private long nowNs = TimeUnit.DAYS.toNanos(20_000);

    void advance(final long amount, final TimeUnit unit) {
        nowNs += unit.toNanos(amount);
    }

    @Override
    public long nanoTime() {
        return nowNs;
    }

    @Override
    public long time() {
        return TimeUnit.NANOSECONDS.toMillis(nowNs);
    }
}
