package io.weir.core.order;

import io.weir.core.refdata.Account;
import io.weir.core.refdata.Accounts;
import io.weir.core.refdata.Instrument;
import io.weir.core.refdata.Instruments;
import io.weir.core.risk.OrderCheck;
import io.weir.core.session.SessionDirectory;
import io.weir.core.time.CoreClock;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.TimeInForce;
import io.weir.sor.RouteReason;

/**
 * Takes new orders. All is checked and a route is planned before anything changes; then the client hears New in the same
 * message, before any venue is asked. What cannot be routed now is refused, with the reason.
 */
final class NewOrderDesk {
    private final CoreClock clock;
    private final SessionDirectory directory;
    private final Instruments instruments;
    private final Accounts accounts;
    private final OrderCheck check;
    private final Orders orders;
    private final Routing routing;
    private final Reports reports;
    private final TermsPool pool = new TermsPool();

    NewOrderDesk(
            final CoreClock clock,
            final SessionDirectory directory,
            final Instruments instruments,
            final Accounts accounts,
            final OrderCheck check,
            final Orders orders,
            final Routing routing,
            final Reports reports) {
        this.clock = clock;
        this.directory = directory;
        this.instruments = instruments;
        this.accounts = accounts;
        this.check = check;
        this.orders = orders;
        this.routing = routing;
        this.reports = reports;
    }

    TermsPool pool() {
        return pool;
    }

    void onNewOrderSingle(final int sessionId, final NewOrderSingle request) {
        final Keyed known = orders.find(sessionId, request.clOrdId(), clock.wallNs());
        final String accountName =
                request.account().isEmpty() ? directory.defaultAccount(sessionId) : request.account();
        if (known != null) {
            onKnown(sessionId, request, accountName, known.order());
            return;
        }
        final Instrument instrument = instruments.find(request.symbol());
        final Account account = accounts.find(accountName);
        if (!isSupported(request)) {
            refuse(
                    sessionId,
                    request,
                    accountName,
                    OrdRejReason.UNSUPPORTED_ORDER_CHARACTERISTIC,
                    unsupported(request));
        } else if (instrument == null) {
            refuse(
                    sessionId,
                    request,
                    accountName,
                    OrdRejReason.UNKNOWN_SYMBOL,
                    "Symbol(55) " + request.symbol() + " is not traded here");
        } else if (account == null || !directory.mayUse(sessionId, accountName)) {
            refuse(
                    sessionId,
                    request,
                    accountName,
                    OrdRejReason.UNKNOWN_ACCOUNT,
                    "Account(1) '" + accountName + "' is none of " + directory.compId(sessionId));
        } else if (!check.measure(instrument, request.ordType(), request.orderQty(), request.price())) {
            refuse(sessionId, request, accountName, check.reason(), check.text());
        } else {
            judge(sessionId, request, account, instrument);
        }
    }

    /** A ClOrdID in use: the first order is not touched. */
    private void onKnown(
            final int sessionId, final NewOrderSingle request, final String accountName, final Order order) {
        if (request.fix().possResend()) {
            reports.sayStatus(sessionId, order.toState(order.clOrdId), OrdRejReason.NONE, "", "");
        } else {
            refuse(
                    sessionId,
                    request,
                    accountName,
                    OrdRejReason.DUPLICATE_ORDER,
                    "ClOrdID(11) " + request.clOrdId() + " is in use by OrderID(37) " + order.orderId);
        }
    }

    private static boolean isSupported(final NewOrderSingle request) {
        return request.unsupported().isEmpty()
                && request.ordType() != OrdType.UNSUPPORTED
                && request.timeInForce() != TimeInForce.UNSUPPORTED;
    }

    private static String unsupported(final NewOrderSingle request) {
        if (!request.unsupported().isEmpty()) {
            return request.unsupported();
        }
        return request.ordType() == OrdType.UNSUPPORTED
                ? "OrdType(40) is not 1 or 2"
                : "TimeInForce(59) is not 0, 1, 3 or 4";
    }

    private void judge(
            final int sessionId, final NewOrderSingle request, final Account account, final Instrument instrument) {
        final long ageNs = clock.wallNs() - request.fix().receivedNs();
        final OrderTerms terms =
                pool.of(sessionId, account, instrument, request.side(), request.ordType(), request.timeInForce());
        final boolean isFit = check.withinRules(instrument)
                && check.allowed(account, instrument)
                && check.fresh("the order", ageNs, directory.maxOrderAgeNs(sessionId))
                && check.withinOpenOrders(account, orders.open(), Orders.MAX_OPEN)
                && check.withinCollar(instrument, request.side())
                && check.withinNotional(instrument, account);
        final Order order = new Order(
                orders.nextOrderId(), terms, request.clOrdId(), check.orderQty(), check.price(), clock.wallNs());
        if (!isFit) {
            reject(order, check.reason(), check.text());
        } else if (!routing.plan(terms, check.orderQty(), check.worstPx(), 0, null)) {
            reject(order, shortfallReason(), shortfallText(instrument, account));
        } else {
            orders.open(order);
            reports.say(order, ExecType.NEW, "");
            routing.place(order);
        }
    }

    private OrdRejReason shortfallReason() {
        final RouteReason reason = routing.plan().shortfall();
        if (reason == null) {
            return OrdRejReason.EXCHANGE_CLOSED;
        }
        return switch (reason) {
            case BALANCE_TOO_LOW, OPEN_ORDERS_AT_BOUND -> OrdRejReason.ORDER_EXCEEDS_LIMIT;
            case NOT_CONNECTED, SUSPENDED, BREAKER_OPEN, KILLED -> OrdRejReason.EXCHANGE_CLOSED;
            case LOT, BELOW_MINIMUM -> OrdRejReason.INCORRECT_QUANTITY;
            default -> OrdRejReason.OTHER;
        };
    }

    private String shortfallText(final Instrument instrument, final Account account) {
        final RouteReason reason = routing.plan().shortfall();
        if (reason == RouteReason.BALANCE_TOO_LOW) {
            return "OrderQty(38) needs more than the free balance of Account(1) " + account.name()
                    + " at the venues of " + instrument.symbol();
        }
        return "no venue can take the order in " + instrument.symbol() + ": " + Progress.shortfall(routing);
    }

    /** Refuses an order that is measured: it has an OrderID, and its ClOrdID is used. */
    private void reject(final Order order, final OrdRejReason reason, final String text) {
        orders.addRejected(order);
        reports.sayRejected(order.sessionId(), order.toState(order.clOrdId), reason, text);
    }

    /** Refuses what cannot become an order: without OrderID, in the client's own numbers. */
    private void refuse(
            final int sessionId,
            final NewOrderSingle request,
            final String accountName,
            final OrdRejReason reason,
            final String text) {
        final Decimal qty = request.orderQty();
        final Decimal price = request.price();
        final OrderState order = new OrderState(
                0,
                request.clOrdId(),
                accountName,
                request.symbol(),
                price.scale(),
                qty.scale(),
                request.side(),
                request.ordType(),
                request.timeInForce(),
                OrdStatus.REJECTED,
                qty.isPresent() ? qty.mantissa() : 0,
                price.isPresent() ? price.mantissa() : OrderState.NO_PRICE,
                0,
                0,
                0);
        reports.sayRejected(sessionId, order, reason, text);
    }
}
