package io.weir.simulator.fix;

import io.weir.simulator.floor.ExecIds;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Decimals;
import io.weir.simulator.matching.Fills;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.OrdType;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import quickfix.Message;
import quickfix.field.MsgType;

/** Writes ExecutionReports from orders as they are at the moment of the call. Called under the venue's lock. */
final class ReportWriter {
    private static final int AVG_PX_DECIMALS = 8;
    private static final char COMMISSION_ABSOLUTE = '3';
    private static final int ADDED_LIQUIDITY = 1;
    private static final int REMOVED_LIQUIDITY = 2;

    private final FixTime time = new FixTime();
    private final String execIdPrefix;
    private long execIds;

    /** @param startMs makes ExecIDs of this start differ from those of every other. */
    ReportWriter(final long startMs) {
        this.execIdPrefix = "E" + Long.toString(startMs, Character.MAX_RADIX) + "-";
    }

    String nextExecId() {
        return execIdPrefix + ++execIds;
    }

    FixTime time() {
        return time;
    }

    /** A report of the order's state; the caller adds what is special to its ExecType(150). */
    Message state(final Order order, final char execType, final String execId, final long timeMs) {
        final Instrument i = order.instrument();
        final Message report = new FlatMessage(MsgType.EXECUTION_REPORT);
        report.setString(37, Long.toString(order.orderId()));
        report.setString(11, order.clOrdId());
        report.setString(17, execId);
        report.setChar(150, execType);
        report.setChar(39, FixCodes.code(order.ordStatus(), order.timeInForce()));
        report.setString(1, order.account().name());
        report.setString(55, i.symbol());
        report.setChar(54, FixCodes.code(order.side()));
        report.setString(38, Decimals.format(order.orderQty(), i.qtyScale()));
        report.setChar(40, FixCodes.code(order.ordType()));
        if (order.ordType() != OrdType.MARKET) {
            report.setString(44, Decimals.format(order.price(), i.priceScale()));
        }
        report.setChar(59, FixCodes.code(order.timeInForce()));
        report.setString(151, Decimals.format(order.leavesQty(), i.qtyScale()));
        report.setString(14, Decimals.format(order.cumQty(), i.qtyScale()));
        report.setString(6, avgPx(order));
        report.setString(60, time.timestamp(timeMs));
        return report;
    }

    /** A fill, as it is told first and at every repetition. */
    Message trade(final Order order, final Trade trade) {
        final Instrument i = order.instrument();
        final boolean maker = order == trade.maker();
        final Message report =
                state(order, 'F', ExecIds.ofTrade(i.symbol(), trade.tradeId(), order.side()), trade.timeMs());
        report.setString(32, Decimals.format(trade.lastQty(), i.qtyScale()));
        report.setString(31, Decimals.format(trade.lastPx(), i.priceScale()));
        report.setString(527, Long.toString(trade.tradeId()));
        report.setString(12, Decimals.format(trade.feeOf(order), Account.SCALE));
        report.setChar(13, COMMISSION_ABSOLUTE);
        report.setString(479, order.book().feeAsset(order.side()));
        report.setInt(851, maker ? ADDED_LIQUIDITY : REMOVED_LIQUIDITY);
        return report;
    }

    /** AvgPx(6): of one fill its price, of more the quotient rounded half up to {@value #AVG_PX_DECIMALS} decimals. */
    private static String avgPx(final Order order) {
        final Instrument i = order.instrument();
        final Fills fills = order.fills();
        if (fills.size() == 0) {
            return "0";
        }
        if (fills.size() == 1) {
            return Decimals.format(fills.lastPx(0), i.priceScale());
        }
        return BigDecimal.valueOf(order.cumNotional(), Account.SCALE)
                .divide(BigDecimal.valueOf(order.cumQty(), i.qtyScale()), AVG_PX_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
