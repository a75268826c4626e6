package io.weir.simulator.binance;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What is to leave, in its order, until the ledger has what it tells of. Everything that one turn of the event loop produces is put
 * on record by one write and then sent. Called on the event loop only.
 */
final class Outbox {
    private final Context context;
    private final BooleanSupplier commit;
    private final Runnable onHalt;
    private List<Runnable> waiting = new ArrayList<>();
    private List<Runnable> leaving = new ArrayList<>();
    private boolean scheduled;

    /**
     * @param commit puts on record; false if it could not.
     * @param onHalt what to do then; nothing is sent.
     */
    Outbox(final Context context, final BooleanSupplier commit, final Runnable onHalt) {
        this.context = context;
        this.commit = commit;
        this.onHalt = onHalt;
    }

    void add(final Runnable sending) {
        waiting.add(sending);
        if (!scheduled) {
            scheduled = true;
            context.runOnContext(done -> settle());
        }
    }

    /** Records and sends what waits now. */
    void settle() {
        scheduled = false;
        final List<Runnable> batch = waiting;
        waiting = leaving;
        leaving = batch;
        if (commit.getAsBoolean()) {
            batch.forEach(Runnable::run);
        } else {
            onHalt.run();
        }
        batch.clear();
    }
}
