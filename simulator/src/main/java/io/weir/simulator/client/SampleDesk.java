package io.weir.simulator.client;

import java.io.PrintStream;
import java.math.BigDecimal;
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
     */
    public SampleDesk(final PrintStream out, final Set<String> venues) {
        this.out = out;
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
            send(client, Orders.limit(clOrdId, Side.BUY, SYMBOL, qty, "51000"), "BUY " + qty + " at 51000 or better");
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
        send(client, Orders.limit(first, Side.BUY, SYMBOL, "0.5", "48000"), "BUY 0.5 at 48000, to rest");
        expect(first, ExecType.NEW, "New of a resting order");
        final String second = nextId();
        send(client, Orders.replace(second, first, Side.BUY, SYMBOL, "0.7", "48100"), "REPLACE to 0.7 at 48100");
        expect(second, ExecType.REPLACED, "Replaced");
        final String third = nextId();
        send(client, Orders.cancel(third, second, Side.BUY, SYMBOL, "0.7"), "CANCEL it");
        expect(third, ExecType.CANCELED, "Canceled");
    }

    private void beRefused(final FixClient client) {
        final String clOrdId = nextId();
        send(client, Orders.limit(clOrdId, Side.BUY, SYMBOL, "1", "90000"), "BUY 1 at 90000, far off the market");
        final Message report = expect(clOrdId, ExecType.REJECTED, "Rejected for risk");
        if (report != null && Orders.text(report, Text.FIELD).isBlank()) {
            missed("a readable Text(58) in the reject");
        }
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
