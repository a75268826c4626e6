package io.weir.core.order;

import static io.weir.core.order.TradingKit.ALPHA;
import static io.weir.core.order.TradingKit.BETA;
import static io.weir.protocol.fix.Side.BUY;
import static io.weir.protocol.fix.Side.SELL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cancels. Source of the sequences: FIX 4.4 volume 4, order state changes B.1. */
class CancelTest {
    private final TradingKit kit = TradingKit.open();

    @Test
    void shouldCancelOnceTheVenueHas() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.accepted(ALPHA, 1);
        assertEquals(
                List.of(
                        "PENDING_CANCEL C-1/A-1 order 1 PENDING_CANCEL qty 1.000000 leaves 1.000000 cum 0.000000",
                        "cancel 1 at 1 attempt 1"),
                kit.cancel("C-1", "A-1", BUY));
        assertEquals(
                List.of("CANCELED C-1/A-1 order 1 CANCELED qty 1.000000 leaves 0.000000 cum 0.000000"),
                kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "0"));
        assertEquals(List.of("ACC ALPHA USD 1000000.00000000 reserved 0.00000000"), kit.tick());
    }

    @Test
    void shouldKeepThePendingCancelWhenAFillCrossesIt() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.cancel("C-1", "A-1", BUY);
        assertEquals(
                List.of(
                        "TRADE A-1 order 1 PENDING_CANCEL last 0.400000@49000.00 qty 1.000000 leaves 0.600000 cum 0.400000"),
                kit.fill(ALPHA, 1, "X1", BUY, "0.4", "49000"));
        assertEquals(
                List.of("CANCELED C-1/A-1 order 1 CANCELED qty 1.000000 leaves 0.000000 cum 0.400000"),
                kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "0.4"));
    }

    @Test
    void shouldRefuseTheCancelOfAnOrderThatFillsMeanwhile() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.cancel("C-1", "A-1", BUY);
        assertEquals(
                List.of(
                        "TRADE A-1 order 1 PENDING_CANCEL last 1.000000@49000.00 qty 1.000000 leaves 0.000000 cum 1.000000",
                        "CancelReject C-1/A-1 order 1 FILLED CANCEL TOO_LATE_TO_CANCEL"),
                kit.fill(ALPHA, 1, "X1", BUY, "1", "49000"));
        assertEquals(List.of(), kit.cancelRejected(ALPHA, 1, true));
    }

    @Test
    void shouldWaitForFillsThatTheVenueCountedWhenItCanceled() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.cancel("C-1", "A-1", BUY);
        assertEquals(List.of(), kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "0.3"));
        assertEquals(
                List.of(
                        "TRADE A-1 order 1 PENDING_CANCEL last 0.300000@49000.00 qty 1.000000 leaves 0.700000 cum 0.300000",
                        "CANCELED C-1/A-1 order 1 CANCELED qty 1.000000 leaves 0.000000 cum 0.300000"),
                kit.fill(ALPHA, 1, "X1", BUY, "0.3", "49000"));
    }

    @Test
    void shouldAlertWhenCountedFillsDoNotCome() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.tick();
        kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "0.3");
        kit.after(10_000);
        assertEquals(
                List.of("ALERT order 1: closed by its venue, which has not told all fills: booked 0 of 300000,"
                        + " childOrderId 1 at ALPHA"),
                kit.tick());
    }

    @Test
    void shouldCancelAtAllVenues() {
        kit.order(kit.limit("A-1", BUY, "8", "50010"));
        assertEquals(
                List.of(
                        "PENDING_CANCEL C-1/A-1 order 1 PENDING_CANCEL qty 8.000000 leaves 8.000000 cum 0.000000",
                        "cancel 2 at 2 attempt 1",
                        "cancel 1 at 1 attempt 1"),
                kit.cancel("C-1", "A-1", BUY));
        assertEquals(List.of(), kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "0"));
        assertEquals(
                List.of("CANCELED C-1/A-1 order 1 CANCELED qty 8.000000 leaves 0.000000 cum 0.000000"),
                kit.rejected(BETA, 2, VenueRejectReason.NOT_SENT));
    }

    @Test
    void shouldAskAgainWhileTheVenueDoesNotAnswer() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.cancel("C-1", "A-1", BUY);
        kit.tick();
        kit.after(5_000);
        assertEquals(List.of("cancel 1 at 1 attempt 2"), kit.tick());
        kit.after(4_000);
        kit.up(ALPHA);
        kit.up(BETA);
        assertEquals(List.of(), kit.tick());
        kit.after(1_000);
        assertEquals(List.of("cancel 1 at 1 attempt 3"), kit.tick());
    }

    @Test
    void shouldRejectTheCancelWhenTheVenueDoesNotCancel() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.cancel("C-1", "A-1", BUY);
        assertEquals(List.of("CancelReject C-1/A-1 order 1 NEW CANCEL OTHER"), kit.cancelRejected(ALPHA, 1, false));
        assertEquals(
                "PENDING_CANCEL C-2/A-1 order 1 PENDING_CANCEL qty 1.000000 leaves 1.000000 cum 0.000000",
                kit.cancel("C-2", "A-1", BUY).get(0));
    }

    @Test
    void shouldRejectASecondRequestWhileOneIsPending() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.cancel("C-1", "A-1", BUY);
        assertEquals(
                List.of("CancelReject C-2/A-1 order 1 PENDING_CANCEL CANCEL ALREADY_PENDING"),
                kit.cancel("C-2", "A-1", BUY));
        assertEquals(
                List.of("CancelReject R-1/A-1 order 1 PENDING_CANCEL REPLACE ALREADY_PENDING"),
                kit.replace("R-1", "A-1", BUY, "2", "49000"));
    }

    @Test
    void shouldRejectCancelsThatNameNoOrder() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        assertEquals(
                List.of("CancelReject C-1/A-9 order 0 REJECTED CANCEL UNKNOWN_ORDER"), kit.cancel("C-1", "A-9", BUY));
        assertEquals(List.of("CancelReject C-1/A-1 order 1 NEW CANCEL OTHER"), kit.cancel("C-1", "A-1", SELL));
        assertEquals(
                List.of("CancelReject A-1/A-1 order 1 NEW CANCEL DUPLICATE_CLORDID"), kit.cancel("A-1", "A-1", BUY));
    }

    @Test
    void shouldRejectTheCancelOfAClosedOrder() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.fill(ALPHA, 1, "X1", BUY, "1", "49000");
        assertEquals(
                List.of("CancelReject C-1/A-1 order 1 FILLED CANCEL TOO_LATE_TO_CANCEL"),
                kit.cancel("C-1", "A-1", BUY));
    }

    @Test
    void shouldBookAFillAfterTheCancelAndTellOps() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.cancel("C-1", "A-1", BUY);
        kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "0");
        assertEquals(
                List.of(
                        "ALERT order 1: booked after the order was closed: BUY 0.4 BTC-USD at 49000 venueExecId X1"
                                + " childOrderId 1 venueClOrdId W-1",
                        "TRADE C-1 order 1 CANCELED last 0.400000@49000.00 qty 1.000000 leaves 0.000000 cum 0.400000"),
                kit.fill(ALPHA, 1, "X1", BUY, "0.4", "49000"));
        assertEquals(List.of(), kit.fill(ALPHA, 1, "X1", BUY, "0.4", "49000"));
    }
}
