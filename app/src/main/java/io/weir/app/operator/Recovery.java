package io.weir.app.operator;

import io.weir.core.Standstill;
import io.weir.ops.CommandDoor;
import io.weir.ops.Recovered;
import io.weir.ops.RecoveryDoor;
import io.weir.ops.RecoveryRequest;
import io.weir.protocol.command.SetHold;
import io.weir.protocol.event.NumbersRaised;
import io.weir.venue.agent.VenueAgent;
import io.weir.venue.agent.VenueReview;
import io.weir.venue.report.OpenOrderFound;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The way out of a hold: looks whether every venue is reconciled and nothing is in doubt, then has the core raise the numbers
 * and go on. Each call looks once; who called asks again. Called on the HTTP thread, goes on on those that answer.
 */
public final class Recovery implements RecoveryDoor {
    private final Supplier<Standstill> standstill;
    private final List<VenueAgent> venues;
    private final CommandDoor commands;
    private final Supplier<CompletableFuture<List<NumbersRaised>>> ended;

    /**
     * Makes it.
     *
     * @param standstill of the core, now.
     * @param venues     to reconcile.
     * @param commands   says to the core.
     * @param ended      completes when the core goes on, with what it has raised.
     */
    public Recovery(
            final Supplier<Standstill> standstill,
            final List<VenueAgent> venues,
            final CommandDoor commands,
            final Supplier<CompletableFuture<List<NumbersRaised>>> ended) {
        this.standstill = standstill;
        this.venues = List.copyOf(venues);
        this.commands = commands;
        this.ended = ended;
    }

    @Override
    public CompletionStage<Recovered> recover(final RecoveryRequest request) {
        if (!standstill.get().held()) {
            return refused("the gateway is not held: there is nothing to recover");
        }
        final List<String> names = venues.stream().map(Recovery::name).toList();
        for (final String name : request.without()) {
            if (!names.contains(name)) {
                return refused("without '" + name + "' is no venue; they are " + String.join(", ", names));
            }
        }
        final List<CompletableFuture<VenueReview>> asked = venues.stream()
                .map(venue -> venue.review(
                        request.cancelUnknown() && !request.without().contains(name(venue))))
                .toList();
        return CompletableFuture.allOf(asked.toArray(new CompletableFuture<?>[0]))
                .thenCompose(all -> decide(
                        request, asked.stream().map(CompletableFuture::join).toList()));
    }

    private CompletionStage<Recovered> decide(final RecoveryRequest request, final List<VenueReview> reviews) {
        final List<String> lines = new ArrayList<>();
        boolean isSettled = true;
        for (final VenueReview review : reviews) {
            final boolean isLeftOut = request.without().contains(review.venue());
            final boolean isReady = review.isSettled() && (review.unknown().isEmpty() || !request.cancelUnknown());
            isSettled &= isReady || isLeftOut;
            describe(lines, review, isLeftOut, request.cancelUnknown());
        }
        return isSettled ? goOn(request, lines) : told(Recovered.Kind.WAITING, lines);
    }

    private static void describe(
            final List<String> lines, final VenueReview review, final boolean isLeftOut, final boolean cancels) {
        final String head = "venue " + review.venue() + ": ";
        if (review.isSettled()) {
            lines.add(head + "reconciled, " + review.followed() + " orders open, " + review.fills()
                    + " executions heard, none in doubt");
        } else {
            lines.add(head
                    + (isLeftOut ? "not waited for, " : "waiting, ")
                    + (review.reconciled() ? review.inDoubt() + " in doubt" : review.state() + " " + review.text()));
        }
        for (final OpenOrderFound order : review.unknown()) {
            lines.add(head + (cancels && !isLeftOut ? "canceling " : "OPEN AND UNKNOWN TO THE CORE: ")
                    + order.venueClOrdId() + " " + order.side() + " " + order.orderQty() + " " + order.symbol()
                    + ", traded " + order.cumQty() + ", venueOrderId " + order.venueOrderId());
        }
    }

    private CompletionStage<Recovered> goOn(final RecoveryRequest request, final List<String> lines) {
        return commands.say(new SetHold(false, request.raiseNumbersBy(), request.text()))
                .thenCompose(refusal -> refusal.isEmpty() ? awaitEnd(lines) : refused(refusal));
    }

    private CompletionStage<Recovered> awaitEnd(final List<String> lines) {
        return ended.get().thenApply(raised -> {
            final List<String> all = new ArrayList<>(lines);
            raised.forEach(session -> all.add("session " + session.compId() + ": next MsgSeqNum(34) out raised from "
                    + session.fromSeqNum() + " to " + session.toSeqNum()));
            all.add("the gateway goes on");
            return new Recovered(Recovered.Kind.DONE, all);
        });
    }

    private static String name(final VenueAgent venue) {
        return venue.roleName().substring("venue-".length());
    }

    private static CompletionStage<Recovered> refused(final String why) {
        return told(Recovered.Kind.REFUSED, List.of(why));
    }

    private static CompletionStage<Recovered> told(final Recovered.Kind kind, final List<String> lines) {
        return CompletableFuture.completedFuture(new Recovered(kind, lines));
    }
}
