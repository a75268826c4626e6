package io.weir.store.projection;

import io.weir.protocol.decimal.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Sets parameters of a statement, one after the other, from what events hold. */
final class Columns {
    private static final long NS_PER_S = 1_000_000_000L;

    private final PreparedStatement statement;
    private int index;

    /** @param statement whose parameters are set from the first on */
    Columns(final PreparedStatement statement) {
        this.statement = statement;
    }

    /** Ends the row and begins the next. */
    void add() throws SQLException {
        statement.addBatch();
        index = 0;
    }

    Columns number(final long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    /** Null where the value is 0, which no id is. */
    Columns id(final long value) throws SQLException {
        if (value == 0) {
            statement.setNull(++index, Types.BIGINT);
        } else {
            statement.setLong(++index, value);
        }
        return this;
    }

    Columns integer(final int value) throws SQLException {
        statement.setInt(++index, value);
        return this;
    }

    Columns flag(final boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    /**
     * A text, made to fit: an event is never refused for one.
     *
     * @param value null is "".
     * @param max   characters of the column.
     */
    Columns text(final String value, final int max) throws SQLException {
        statement.setString(++index, fitted(value, max));
        return this;
    }

    Columns name(final Enum<?> value) throws SQLException {
        statement.setString(++index, value == null ? "" : value.name());
        return this;
    }

    Columns decimal(final long mantissa, final int scale) throws SQLException {
        statement.setBigDecimal(++index, exact(mantissa, scale));
        return this;
    }

    Columns decimal(final BigDecimal value) throws SQLException {
        statement.setBigDecimal(++index, value);
        return this;
    }

    Columns noNumber() throws SQLException {
        statement.setNull(++index, Types.BIGINT);
        return this;
    }

    Columns noDecimal() throws SQLException {
        statement.setNull(++index, Types.DECIMAL);
        return this;
    }

    Columns noText() throws SQLException {
        statement.setNull(++index, Types.VARCHAR);
        return this;
    }

    /** @param timeNs ns since 1970 UTC; cut to microseconds */
    Columns time(final long timeNs) throws SQLException {
        final long cutNs = timeNs - Math.floorMod(timeNs, 1_000L);
        final Instant instant = Instant.ofEpochSecond(Math.floorDiv(cutNs, NS_PER_S), Math.floorMod(cutNs, NS_PER_S));
        statement.setObject(++index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        return this;
    }

    /** Eighteen digits behind the point hold whatever an instrument may have; what is finer is nobody's money. */
    private static BigDecimal exact(final long mantissa, final int scale) {
        final BigDecimal value = BigDecimal.valueOf(mantissa, scale);
        return scale <= Decimal.MAX_SCALE ? value : value.setScale(Decimal.MAX_SCALE, RoundingMode.HALF_UP);
    }

    /** PostgreSQL has no U+0000 in texts. */
    private static String fitted(final String value, final int max) {
        if (value == null) {
            return "";
        }
        final String cut = value.length() <= max ? value : value.substring(0, max);
        return cut.indexOf('\0') < 0 ? cut : cut.replace('\0', '?');
    }
}
