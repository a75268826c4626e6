package io.weir.benchmarks.life;

import io.weir.benchmarks.client.LoadException;
import io.weir.benchmarks.figure.Figure;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A session that has had very many messages asks for all of them. Its messages are rejects of orders for an unknown symbol:
 * ExecutionReports like any other, that leave no open orders behind. Another session trades at a steady pace before and
 * meanwhile. Used by the one thread that measures.
 */
final class LongResend {
    private static final String UNKNOWN = "|55=NO-SUCH|54=1|38=0.0002|40=2|44=46000|59=1|60=20260101-00:00:00.000|";
    private static final int WINDOW = 4_000;
    private static final double MAX_TIMES_P99 = 2;

    private final GatewayRun gateway;
    private final int messages;
    private final int rate;
    private final int seconds;
    private volatile int had;
    private volatile int again;
    private volatile int last;

    LongResend(final GatewayRun gateway, final int messages, final int rate, final int seconds) {
        this.gateway = gateway;
        this.messages = messages;
        this.rate = rate;
        this.seconds = seconds;
    }

    /** {@return the resend's time and rate, the other's p99 before and meanwhile, heap before and meanwhile} */
    List<Figure> measure() {
        final SteadyOrders[] now = {null};
        try (TalkingClient asking = new TalkingClient("CLIENT1", gateway.fixPort(), report -> had++, this::onAgain);
                TalkingClient trading =
                        new TalkingClient("CLIENT2", gateway.fixPort(), report -> now[0].onReport(report), report -> {
                            throw new LoadException("the client that trades gets a message again");
                        })) {
            prepare(asking);
            trade(trading, now, "W-");
            final HeapWatch heapBefore = HeapWatch.start(gateway.process().pid());
            final SteadyOrders before = trade(trading, now, "B-");
            heapBefore.close();
            final HeapWatch heapMeanwhile = HeapWatch.start(gateway.process().pid());
            final long askedNs = System.nanoTime();
            final int wanted = had;
            asking.send("2", "7=1|16=0|");
            asking.flush();
            final CompletableFuture<Long> done = CompletableFuture.supplyAsync(() -> {
                asking.await(() -> again >= wanted, "all messages again");
                return System.nanoTime();
            });
            int rounds = 0;
            double p99 = 0;
            while (!done.isDone()) {
                p99 = Math.max(p99, trade(trading, now, "M" + rounds++ + "-").latencyMs(99));
            }
            heapMeanwhile.close();
            final double tookS = (done.join() - askedNs) / 1e9;
            return List.of(
                    Figure.of("resend: messages asked for", wanted, "messages"),
                    Figure.atMost("resend: messages missing", wanted - again, "messages", 0),
                    Figure.of("resend: time", tookS, "s"),
                    Figure.of("resend: rate", again / tookS, "messages/s"),
                    Figure.of("resend: other's p99 before", before.latencyMs(99), "ms"),
                    Figure.of("resend: other's p99 meanwhile", p99, "ms"),
                    Figure.atMost(
                            "resend: p99 meanwhile over before", p99 / before.latencyMs(99), "times", MAX_TIMES_P99),
                    Figure.of("resend: heap in use before, most", heapBefore.mostMib(), "MiB"),
                    Figure.of("resend: heap in use meanwhile, most", heapMeanwhile.mostMib(), "MiB"),
                    Figure.of("resend: resident before, most", heapBefore.mostResidentMib(), "MiB"),
                    Figure.of("resend: resident meanwhile, most", heapMeanwhile.mostResidentMib(), "MiB"));
        }
    }

    /** Makes the messages: one reject each. */
    private void prepare(final TalkingClient client) {
        for (int i = 0; i < messages; i++) {
            if (i - had >= WINDOW) {
                client.flush();
                final int enough = i - WINDOW / 2;
                client.await(() -> had >= enough, "rejects");
            }
            client.sendUnkept("D", "11=P-" + i + UNKNOWN);
        }
        client.flush();
        client.await(() -> had >= messages, "all rejects");
    }

    private SteadyOrders trade(final TalkingClient client, final SteadyOrders[] now, final String prefix) {
        final SteadyOrders orders = new SteadyOrders(prefix, rate * seconds);
        now[0] = orders;
        orders.send(client, rate, -1, () -> {});
        client.await(orders::isAnswered, "answers to all orders");
        return orders;
    }

    /** Each has PossDupFlag(43)=Y, by rising number; what is administrative is filled over. */
    private void onAgain(final byte[] message) {
        final int number = FixText.number(message, 34);
        if (number <= last) {
            throw new LoadException("MsgSeqNum(34) " + number + " again behind " + last);
        }
        last = number;
        if ("8".equals(FixText.field(message, 35))) {
            again++;
        }
    }
}
