package io.weir.fix.fix44;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.weir.fix.fix44.SentRequests.Kind;
import io.weir.fix.fix44.SentRequests.Sent;
import org.junit.jupiter.api.Test;

class SentRequestsTest {
    private final SentRequests sent = new SentRequests();

    @Test
    void shouldFindWhatWentOutUnderANumber() {
        sent.add(1, Kind.MARKET_DATA, "B1-1");
        sent.add(2, Kind.ORDER, "WTAH8K1-1y2p0ij32e8e-32767-abcdefgh");
        sent.add(3, Kind.CANCEL, "");

        assertEquals(new Sent(Kind.MARKET_DATA, "B1-1"), sent.find(1));
        assertEquals(new Sent(Kind.ORDER, "WTAH8K1-1y2p0ij32e8e-32767-abcdefgh"), sent.find(2));
        assertEquals(new Sent(Kind.CANCEL, ""), sent.find(3));
    }

    @Test
    void shouldNotFindWhatNeverWentOut() {
        sent.add(5, Kind.ORDER, "W-5");

        for (final int seq : new int[] {0, -1, 4, 6, 5 + SentRequests.MAX, 5 - SentRequests.MAX}) {
            assertNull(sent.find(seq), "number " + seq);
        }
    }

    @Test
    void shouldHoldTheNewest() {
        for (int seq = 1; seq <= SentRequests.MAX + 1; seq++) {
            sent.add(seq, Kind.ORDER, "W-" + seq);
        }

        assertNull(sent.find(1));
        assertEquals(new Sent(Kind.ORDER, "W-2"), sent.find(2));
        assertEquals(new Sent(Kind.ORDER, "W-" + (SentRequests.MAX + 1)), sent.find(SentRequests.MAX + 1));
    }

    @Test
    void shouldKnowNothingOfAnEarlierConnection() {
        sent.add(1, Kind.ORDER, "W-1");

        sent.clear();

        assertNull(sent.find(1));
    }

    @Test
    void shouldNotNoteAnIdThatIsNoneOfOurs() {
        sent.add(1, Kind.CANCEL, "x".repeat(SentRequests.MAX_ID_LENGTH + 1));

        assertNull(sent.find(1));
    }
}
