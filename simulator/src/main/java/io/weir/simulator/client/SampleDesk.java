package io.weir.simulator.client;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.ExecType;
import quickfix.field.LastMkt;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.MsgType;
import quickfix.field.OrdStatus;
import quickfix.field.Side;
import quickfix.field.Text;

/**
 * A short morning at a desk: fills at every venue, a replace, a cancel, a refusal for risk. Prints each message as a trader
 * reads it and says at the end what did not happen. Used by the demo.
 */
public final class SampleDesk implements FixClientListener {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_ORDERS = 12;
    private static final String SYMBOL = "BTC-USD";

    private final PrintStream out;
    private final Set<String> venues;
    private final BigDecimal market;
    private final Set<String> filledAt = new TreeSet<>();
    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private final String run = "S" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private int orders;
    private boolean complete = true;

    /**
     * Makes a desk.
     *
     * @param out    where to print.
     * @param venues names (LastMkt) of the venues at which a fill is wanted.
     * @param market about what BTC-USD costs now.
     */
    public SampleDesk(final PrintStream out, final Set<String> venues, final BigDecimal market) {
        this.out = out;
        this.market = market;
        this.venues = new TreeSet<>(venues);
    }

    /**
     * Logs on, trades, logs out. Blocks until all is done or a wait has been in vain.
     *
     * @param config of a client that may trade BTC-USD.
     * @return whether all happened that should.
     */
    public boolean run(final FixClientConfig config) {
        try (FixClient client = new FixClient(config, this).start()) {
            if (!client.awaitLogon(PATIENCE)) {
                return missed("Logon to " + config);
            }
            say("logged on as " + config);
            fillAtEveryVenue(client);
            replaceAndCancel(client);
            beRefused(client);
        }
        return complete;
    }

    private void fillAtEveryVenue(final FixClient client) {
        while (!filledAt.containsAll(venues) && orders < MOST_ORDERS) {
            final String clOrdId = nextId();
            final String qty = orders % 2 == 1 ? "80" : "3";
            final String limit = atPercent(102);
            send(
                    client,
                    Orders.limit(clOrdId, Side.BUY, SYMBOL, qty, limit),
                    "BUY " + qty + " at " + limit + " or better");
            if (awaitEnd(clOrdId) == null) {
                missed("an end of " + clOrdId);
            }
        }
        for (final String venue : venues) {
            if (!filledAt.contains(venue)) {
                missed("a fill at " + venue);
            }
        }
    }

    private void replaceAndCancel(final FixClient client) {
        final String first = nextId();
        final String low = atPercent(96);
        send(client, Orders.limit(first, Side.BUY, SYMBOL, "0.5", low), "BUY 0.5 at " + low + ", to rest");
        expect(first, ExecType.NEW, "New of a resting order");
        final String second = nextId();
        final String lessLow = atPercent(97);
        send(client, Orders.replace(second, first, Side.BUY, SYMBOL, "0.7", lessLow), "REPLACE to 0.7 at " + lessLow);
        expect(second, ExecType.REPLACED, "Replaced");
        final String third = nextId();
        send(client, Orders.cancel(third, second, Side.BUY, SYMBOL, "0.7"), "CANCEL it");
        expect(third, ExecType.CANCELED, "Canceled");
    }

    private void beRefused(final FixClient client) {
        final String clOrdId = nextId();
        final String far = atPercent(180);
        send(client, Orders.limit(clOrdId, Side.BUY, SYMBOL, "1", far), "BUY 1 at " + far + ", far off the market");
        final Message report = expect(clOrdId, ExecType.REJECTED, "Rejected for risk");
        if (report != null && Orders.text(report, Text.FIELD).isBlank()) {
            missed("a readable Text(58) in the reject");
        }
    }

    /** {@return a share of the market's price, in whole dollars} */
    private String atPercent(final int percent) {
        return market.multiply(BigDecimal.valueOf(percent))
                .movePointLeft(2)
                .setScale(0, RoundingMode.DOWN)
                .toPlainString();
    }

    private String nextId() {
        orders++;
        return run + "-" + orders;
    }

    private void send(final FixClient client, final Message message, final String words) {
        say("-> " + Orders.text(message, ClOrdID.FIELD) + "  " + words);
        client.send(message);
    }

    private Message expect(final String clOrdId, final char execType, final String what) {
        final Message report = await(clOrdId, execType);
        if (report == null) {
            missed(what);
        }
        return report;
    }

    private Message awaitEnd(final String clOrdId) {
        Message report = next();
        while (report != null) {
            final String status = Orders.text(report, OrdStatus.FIELD);
            if (isOf(report, clOrdId) && !status.isEmpty() && "248C".indexOf(status.charAt(0)) >= 0) {
                return report;
            }
            report = next();
        }
        return null;
    }

    private Message await(final String clOrdId, final char execType) {
        Message report = next();
        while (report != null && !(isOf(report, clOrdId) && isType(report, execType))) {
            report = next();
        }
        return report;
    }

    private static boolean isOf(final Message report, final String clOrdId) {
        return clOrdId.equals(Orders.text(report, ClOrdID.FIELD));
    }

    private static boolean isType(final Message report, final char execType) {
        return String.valueOf(execType).equals(Orders.text(report, ExecType.FIELD));
    }

    private Message next() {
        try {
            final Message report = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (report != null) {
                say("<- " + Reports.line(report));
                noteFill(report);
            }
            return report;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void noteFill(final Message report) {
        final BigDecimal lastQty = Orders.decimal(report, LastQty.FIELD);
        final BigDecimal lastPx = Orders.decimal(report, LastPx.FIELD);
        if (isType(report, ExecType.TRADE) && lastQty.signum() > 0 && lastPx.signum() > 0) {
            filledAt.add(Orders.text(report, LastMkt.FIELD));
        }
    }

    private boolean missed(final String what) {
        say("!! did not happen within " + PATIENCE.toSeconds() + " s: " + what);
        complete = false;
        return false;
    }

    private void say(final String line) {
        out.println("  " + line);
    }

    @Override
    public void onMessage(final Message message) {
        received.add(message);
    }

    @Override
    public void onAdmin(final Message message) {
        if (MsgType.REJECT.equals(Reports.msgType(message))) {
            received.add(message);
        }
    }
}
