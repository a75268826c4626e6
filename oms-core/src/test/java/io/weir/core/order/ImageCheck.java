package io.weir.core.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

/**
 * Images of a desk's orders, one after the other, each written a little at a time while the desk goes on: what is read back
 * has to be the desk of the moment when the image was begun.
 */
final class ImageCheck {
    private static final int MOST_AT_ONCE = 3;
    private static final int SELDOM = 5;

    private final TradingKit kit;
    private final Random random;
    private List<Object> whole;
    private ListSnapshot head;
    private int images;

    ImageCheck(final TradingKit kit, final Random random) {
        this.kit = kit;
        this.random = random;
    }

    /** The desk has worked something. */
    void goOn(final String where) {
        if (head != null) {
            writeOn(random.nextInt(MOST_AT_ONCE), where);
        } else if (random.nextInt(SELDOM) == 0) {
            whole = kit.snapshot();
            head = new ListSnapshot(new ListSnapshot());
            kit.writeTo(head);
        }
    }

    private void writeOn(final int most, final String where) {
        if (!kit.desk.writeOn(most)) {
            assertEquals(whole, kit.readFrom(head).snapshot(), where);
            head = null;
            images++;
        }
    }

    /** {@return how many were read back} */
    int images() {
        return images;
    }
}
