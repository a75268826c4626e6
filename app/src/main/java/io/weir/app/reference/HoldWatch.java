package io.weir.app.reference;

import io.weir.protocol.codec.EventReader;
import io.weir.protocol.codec.Events;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.HoldChanged;
import io.weir.protocol.event.NumbersRaised;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.agrona.DirectBuffer;

/** Hears what the core says of the end of a hold. {@link #ended} is for any thread, the rest for that of the journal's reader. */
public final class HoldWatch {
    private final EventReader reader = new EventReader();
    private final EventHandler events = new Hearing();
    private final List<NumbersRaised> raised = new ArrayList<>();
    private final CompletableFuture<List<NumbersRaised>> ended = new CompletableFuture<>();

    void onFragment(final DirectBuffer buffer, final int offset, final int length, final long position) {
        if (Events.isHoldEvent(buffer, offset)) {
            reader.read(buffer, offset, length, position, events);
        }
    }

    /** {@return completes when the gateway goes on, with the sessions whose numbers were raised} */
    public CompletableFuture<List<NumbersRaised>> ended() {
        return ended.copy();
    }

    private final class Hearing implements EventHandler {
        @Override
        public boolean onEvent(final EventHeader header) {
            return true;
        }

        @Override
        public void onNumbersRaised(final NumbersRaised event) {
            raised.add(event);
        }

        @Override
        public void onHoldChanged(final HoldChanged event) {
            if (!event.held()) {
                ended.complete(List.copyOf(raised));
            }
        }
    }
}
