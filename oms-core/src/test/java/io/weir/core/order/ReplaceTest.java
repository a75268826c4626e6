package io.weir.core.order;

import static io.weir.core.order.TradingKit.ALPHA;
import static io.weir.core.order.TradingKit.BETA;
import static io.weir.protocol.fix.Side.BUY;
import static io.weir.protocol.fix.Side.SELL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replaces. Source of the sequences: FIX 4.4 volume 4, order state changes C and D. */
class ReplaceTest {
    private final TradingKit kit = TradingKit.open();

    private void restAtAlpha() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.accepted(ALPHA, 1);
        kit.tick();
    }

    private void restAtBeta() {
        kit.state(ALPHA, VenueState.DOWN);
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.accepted(BETA, 1);
        kit.up(ALPHA);
        kit.quote(ALPHA, "49999.99", "50000.00");
        kit.tick();
    }

    @Test
    void shouldReplaceInOneStepWhereTheVenueCan() {
        restAtAlpha();
        assertEquals(
                List.of(
                        "PENDING_REPLACE R-1/A-1 order 1 PENDING_REPLACE qty 1.000000 leaves 1.000000 cum 0.000000",
                        "replace 1 at 1 revision 1: 2.000000@48000.00"),
                kit.replace("R-1", "A-1", BUY, "2", "48000"));
        assertEquals(List.of("ACC ALPHA USD 1000000.00000000 reserved 97097.00000000"), kit.tick());
        assertEquals(
                List.of("REPLACED R-1/A-1 order 1 NEW qty 2.000000 leaves 2.000000 cum 0.000000"),
                kit.replaced(ALPHA, 1, 1));
        assertEquals(List.of("ACC ALPHA USD 1000000.00000000 reserved 96096.00000000"), kit.tick());
        assertEquals(List.of(), kit.replaced(ALPHA, 1, 1));
    }

    @Test
    void shouldReplaceAfterReplaceByTheLastAcceptedClOrdId() {
        restAtAlpha();
        kit.replace("R-1", "A-1", BUY, "2", "48000");
        kit.replaced(ALPHA, 1, 1);
        assertEquals(
                List.of("CancelReject R-2/A-1 order 1 NEW REPLACE OTHER"),
                kit.replace("R-2", "A-1", BUY, "3", "48000"));
        assertEquals(
                "replace 1 at 1 revision 2: 3.000000@48000.00",
                kit.replace("R-3", "R-1", BUY, "3", "48000").get(1));
        assertEquals(
                List.of("REPLACED R-3/R-1 order 1 NEW qty 3.000000 leaves 3.000000 cum 0.000000"),
                kit.replaced(ALPHA, 1, 2));
    }

    @Test
    void shouldLetFillsWhilePendingCarryTheOldTerms() {
        restAtAlpha();
        kit.replace("R-1", "A-1", BUY, "2", "48000");
        assertEquals(
                List.of(
                        "TRADE A-1 order 1 PENDING_REPLACE last 0.500000@49000.00 qty 1.000000 leaves 0.500000 cum 0.500000"),
                kit.fill(ALPHA, 1, "X1", BUY, "0.5", "49000"));
        assertEquals(
                List.of("REPLACED R-1/A-1 order 1 PARTIALLY_FILLED qty 2.000000 leaves 1.500000 cum 0.500000"),
                kit.replaced(ALPHA, 1, 1));
    }

    @Test
    void shouldWaitForTheVenueWhenAnIncreaseIsCrossedByTheLastFill() {
        restAtAlpha();
        kit.replace("R-1", "A-1", BUY, "2", "49000");
        assertEquals(
                List.of(
                        "TRADE A-1 order 1 PENDING_REPLACE last 1.000000@49000.00 qty 1.000000 leaves 0.000000 cum 1.000000"),
                kit.fill(ALPHA, 1, "X1", BUY, "1", "49000"));
        assertEquals(
                List.of("CancelReject R-1/A-1 order 1 FILLED REPLACE TOO_LATE_TO_CANCEL"),
                kit.replaceRejected(ALPHA, 1, 1));
        assertEquals(
                List.of("CancelReject C-1/A-1 order 1 FILLED CANCEL TOO_LATE_TO_CANCEL"),
                kit.cancel("C-1", "A-1", BUY));
        assertEquals(
                "ACC ALPHA USD 951000.00000000 reserved 0.00000000", kit.tick().get(0));
    }

    @Test
    void shouldEndWhenTheLastFillCrossesACancelBeforeTheVenueWasAskedToReplace() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.replace("R-1", "A-1", BUY, "2", "49000");
        kit.desk.onSetKillSwitch(new SetKillSwitch(KillScope.ACCOUNT, "ACC", true, true, "ops"));
        kit.take();
        assertEquals(List.of("cancel 1 at 1 attempt 1"), kit.tick().subList(0, 1));
        assertEquals(List.of(), kit.accepted(ALPHA, 1));
        assertEquals(
                List.of(
                        "TRADE A-1 order 1 PENDING_REPLACE last 1.000000@49000.00 qty 1.000000 leaves 0.000000 cum 1.000000",
                        "CancelReject R-1/A-1 order 1 FILLED REPLACE TOO_LATE_TO_CANCEL"),
                kit.fill(ALPHA, 1, "X1", BUY, "1", "49000"));
        assertEquals(
                "ACC ALPHA USD 951000.00000000 reserved 0.00000000", kit.tick().get(0));
    }

    @Test
    void shouldTakeAFillBeyondTheOldPriceAsProofOfTheNewTerms() {
        restAtAlpha();
        kit.replace("R-1", "A-1", BUY, "1", "49500");
        assertEquals(
                List.of(
                        "REPLACED R-1/A-1 order 1 NEW qty 1.000000 leaves 1.000000 cum 0.000000",
                        "TRADE R-1 order 1 PARTIALLY_FILLED last 0.500000@49400.00 qty 1.000000 leaves 0.500000 cum"
                                + " 0.500000"),
                kit.fill(ALPHA, 1, "X1", BUY, "0.5", "49400"));
        assertEquals(List.of(), kit.replaced(ALPHA, 1, 1));
    }

    @Test
    void shouldTakeAFillBeyondTheOldQuantityAsProofOfTheNewTerms() {
        restAtAlpha();
        kit.replace("R-1", "A-1", BUY, "2", "49000");
        assertEquals(
                List.of(
                        "REPLACED R-1/A-1 order 1 NEW qty 2.000000 leaves 2.000000 cum 0.000000",
                        "TRADE R-1 order 1 PARTIALLY_FILLED last 1.500000@49000.00 qty 2.000000 leaves 0.500000 cum"
                                + " 1.500000"),
                kit.fill(ALPHA, 1, "X1", BUY, "1.5", "49000"));
        assertEquals(List.of(), kit.replaced(ALPHA, 1, 1));
    }

    @Test
    void shouldFillAReplaceThatFillsHaveOvertaken() {
        restAtAlpha();
        kit.replace("R-1", "A-1", BUY, "0.5", "49000");
        kit.fill(ALPHA, 1, "X1", BUY, "0.75", "49000");
        assertEquals(
                List.of("REPLACED R-1/A-1 order 1 FILLED qty 0.750000 leaves 0.000000 cum 0.750000"),
                kit.replaced(ALPHA, 1, 1));
        assertEquals(
                "ACC ALPHA USD 963250.00000000 reserved 0.00000000", kit.tick().get(0));
    }

    @Test
    void shouldKeepTheOldTermsWhenTheVenueRefusesTheNew() {
        restAtAlpha();
        kit.replace("R-1", "A-1", BUY, "2", "48000");
        assertEquals(List.of("CancelReject R-1/A-1 order 1 NEW REPLACE OTHER"), kit.replaceRejected(ALPHA, 1, 1));
        assertEquals(List.of("ACC ALPHA USD 1000000.00000000 reserved 49049.00000000"), kit.tick());
        assertEquals(
                "ORDER_STATUS A-1 order 1 NEW qty 1.000000 leaves 1.000000 cum 0.000000",
                kit.status("A-1", BUY).get(0));
    }

    @Test
    void shouldAskTheVenueOnceItHasAcknowledged() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        assertEquals(1, kit.replace("R-1", "A-1", BUY, "2", "48000").size());
        assertEquals(List.of("replace 1 at 1 revision 1: 2.000000@48000.00"), kit.accepted(ALPHA, 1));
    }

    @Test
    void shouldCancelAndRouteAnewWhereTheVenueCannotReplace() {
        restAtBeta();
        assertEquals(
                List.of(
                        "PENDING_REPLACE R-1/A-1 order 1 PENDING_REPLACE qty 1.000000 leaves 1.000000 cum 0.000000",
                        "cancel 1 at 2 attempt 1"),
                kit.replace("R-1", "A-1", BUY, "2", "48000"));
        kit.fill(BETA, 1, "Y1", BUY, "0.5", "49000");
        assertEquals(
                List.of(
                        "REPLACED R-1/A-1 order 1 PARTIALLY_FILLED qty 2.000000 leaves 1.500000 cum 0.500000",
                        "routed order 1 round 1, ALPHA 1500000, BETA 0",
                        "ask 2 at 1 BUY 1.500000@48000.00 GOOD_TILL_CANCEL"),
                kit.closed(BETA, 1, VenueClosedAs.CANCELED, "0.5"));
        assertEquals(
                List.of(
                        "ACC ALPHA USD 1000000.00000000 reserved 72072.00000000",
                        "ACC BETA USD 975500.00000000 reserved 0.00000000",
                        "ACC BETA BTC 100.50000000 reserved 0.00000000"),
                kit.tick());
    }

    @Test
    void shouldHoldTheMoneyOfTheNewTermsWhileTheOldAreCanceled() {
        restAtBeta();
        kit.state(ALPHA, VenueState.DOWN);
        kit.replace("R-1", "A-1", BUY, "20", "49000");
        assertEquals(
                List.of("ACC BETA USD 1000000.00000000 reserved 980980.00000000"),
                kit.tick().stream().filter(line -> line.startsWith("ACC")).toList());
        kit.up(ALPHA);
        assertEquals(
                "REPLACED R-1/A-1 order 1 NEW qty 20.000000 leaves 20.000000 cum 0.000000",
                kit.closed(BETA, 1, VenueClosedAs.CANCELED, "0").stream()
                        .filter(line -> line.startsWith("REPLACED"))
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void shouldRefuseAReplaceThatNobodyCanPay() {
        restAtAlpha();
        assertEquals(
                List.of("CancelReject R-1/A-1 order 1 NEW REPLACE OTHER"),
                kit.replace("R-1", "A-1", BUY, "100", "49000"));
        assertEquals(List.of(), kit.tick());
    }

    @Test
    void shouldEndAsFilledWhenReplacedToWhatHasTraded() {
        restAtAlpha();
        kit.fill(ALPHA, 1, "X1", BUY, "0.5", "49000");
        kit.replace("R-1", "A-1", BUY, "0.5", "49000");
        assertEquals(
                List.of("REPLACED R-1/A-1 order 1 FILLED qty 0.500000 leaves 0.000000 cum 0.500000"),
                kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "0.5"));
    }

    @Test
    void shouldRefuseAReplaceBelowWhatHasTraded() {
        restAtAlpha();
        kit.fill(ALPHA, 1, "X1", BUY, "0.5", "49000");
        assertEquals(
                List.of("CancelReject R-1/A-1 order 1 PARTIALLY_FILLED REPLACE OTHER"),
                kit.replace("R-1", "A-1", BUY, "0.4", "49000"));
    }

    @Test
    void shouldRefuseReplacesOfClosedUnknownOrOtherOrders() {
        restAtAlpha();
        assertEquals(
                List.of("CancelReject R-1/A-9 order 0 REJECTED REPLACE UNKNOWN_ORDER"),
                kit.replace("R-1", "A-9", BUY, "2", "49000"));
        assertEquals(
                List.of("CancelReject R-1/A-1 order 1 NEW REPLACE OTHER"),
                kit.replace("R-1", "A-1", SELL, "2", "49000"));
        kit.fill(ALPHA, 1, "X1", BUY, "1", "49000");
        assertEquals(
                List.of("CancelReject R-2/A-1 order 1 FILLED REPLACE TOO_LATE_TO_CANCEL"),
                kit.replace("R-2", "A-1", BUY, "1", "48000"));
    }

    @Test
    void shouldBringNoNewTermsToAVenueThatAKillSwitchStops() {
        restAtAlpha();
        kit.desk.onSetKillSwitch(new SetKillSwitch(KillScope.VENUE, "ALPHA", true, false, "test"));
        kit.take();
        assertEquals(
                List.of(
                        "PENDING_REPLACE R-1/A-1 order 1 PENDING_REPLACE qty 1.000000 leaves 1.000000 cum 0.000000",
                        "cancel 1 at 1 attempt 1"),
                kit.replace("R-1", "A-1", BUY, "2", "48000"));
    }

    @Test
    void shouldRouteTheOldTermsAgainWhenTheNewCannotBePlacedAnyMore() {
        restAtBeta();
        kit.replace("R-1", "A-1", BUY, "15", "49000");
        kit.gone(ALPHA);
        kit.take();
        kit.defineBtc("0.01", 1000);
        kit.desk.onSetKillSwitch(new SetKillSwitch(KillScope.VENUE, "BETA", true, false, "test"));
        kit.take();
        assertEquals(
                List.of(
                        "CancelReject R-1/A-1 order 1 NEW REPLACE OTHER",
                        "CANCELED A-1 order 1 CANCELED qty 1.000000 leaves 0.000000 cum 0.000000"),
                kit.closed(BETA, 1, VenueClosedAs.CANCELED, "0"));
        assertEquals(
                List.of("ACC BETA USD 1000000.00000000 reserved 0.00000000"),
                kit.tick().stream().filter(line -> line.startsWith("ACC BETA")).toList());
    }
}
