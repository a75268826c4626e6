package io.weir.benchmarks.simulation.wire;

import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelectionKey;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A selector that looks at its channels in the order in which they came: the same at every run. */
final class MemorySelector extends AbstractSelector {
    /** A channel that says what it is ready for. */
    interface Selectable {
        /** {@return operations, as in {@link SelectionKey}} */
        int readyOps();
    }

    private final Set<SelectionKey> keys = new LinkedHashSet<>();
    private final Set<SelectionKey> selected = new LinkedHashSet<>();

    MemorySelector(final SelectorProvider provider) {
        super(provider);
    }

    @Override
    protected SelectionKey register(final AbstractSelectableChannel channel, final int ops, final Object attachment) {
        final Key key = new Key(this, channel);
        key.interestOps(ops);
        key.attach(attachment);
        keys.add(key);
        return key;
    }

    @Override
    public int selectNow() {
        removeCancelled();
        int count = 0;
        for (final SelectionKey key : keys) {
            if (((Key) key).look() && selected.add(key)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public int selectNow(final Consumer<SelectionKey> action) {
        selected.clear();
        selectNow();
        final List<SelectionKey> found = new ArrayList<>(selected);
        selected.clear();
        found.forEach(action);
        return found.size();
    }

    private void removeCancelled() {
        final Set<SelectionKey> cancelled = cancelledKeys();
        if (!cancelled.isEmpty()) {
            for (final SelectionKey key : cancelled) {
                deregister((AbstractSelectionKey) key);
            }
            keys.removeAll(new ArrayList<>(cancelled));
            selected.removeAll(new ArrayList<>(cancelled));
            cancelled.clear();
        }
    }

    @Override
    protected void implCloseSelector() {
        keys.clear();
        selected.clear();
    }

    @Override
    public Set<SelectionKey> keys() {
        return keys;
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return selected;
    }

    @Override
    public int select(final long timeout) {
        throw new UnsupportedOperationException("nothing here ever blocks");
    }

    @Override
    public int select() {
        throw new UnsupportedOperationException("nothing here ever blocks");
    }

    @Override
    public Selector wakeup() {
        return this;
    }

    /** One channel's registration. */
    private static final class Key extends AbstractSelectionKey {
        private final MemorySelector selector;
        private final SelectableChannel channel;
        private int interest;
        private int ready;

        Key(final MemorySelector selector, final SelectableChannel channel) {
            this.selector = selector;
            this.channel = channel;
        }

        boolean look() {
            ready = isValid() ? interest & ((Selectable) channel).readyOps() : 0;
            return ready != 0;
        }

        @Override
        public SelectableChannel channel() {
            return channel;
        }

        @Override
        public Selector selector() {
            return selector;
        }

        @Override
        public int interestOps() {
            check();
            return interest;
        }

        @Override
        public SelectionKey interestOps(final int ops) {
            check();
            interest = ops;
            return this;
        }

        @Override
        public int readyOps() {
            check();
            return ready;
        }

        private void check() {
            if (!isValid()) {
                throw new CancelledKeyException();
            }
        }
    }
}
