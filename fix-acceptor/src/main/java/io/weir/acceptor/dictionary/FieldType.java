package io.weir.acceptor.dictionary;

/** How the value of a field is written. Source: FIX 4.4 volume 1, data types. */
public enum FieldType {
    /** Digits, a minus sign before them if need be. */
    INT,
    /** Digits only: sequence numbers, lengths, counts of groups. */
    COUNT,
    /** Digits with at most one point among them, a minus sign before them if need be. */
    DECIMAL,
    /** One printable character. */
    CHAR,
    /** Y or N. */
    BOOLEAN,
    /** Printable ASCII. */
    STRING,
    /** Single characters with a blank between. */
    MULTIPLE_VALUE,
    /** YYYYMMDD-HH:MM:SS, with or without a fraction. */
    UTC_TIMESTAMP,
    /** HH:MM:SS, with or without a fraction. */
    UTC_TIME,
    /** YYYYMMDD. */
    DATE,
    /** YYYYMM, YYYYMMDD or YYYYMMwN. */
    MONTH_YEAR,
    /** Any bytes, as many as the field before it says. */
    DATA;

    /**
     * Finds the form of a data type.
     *
     * @param name as the dictionary writes it.
     * @return the form.
     * @throws IllegalArgumentException if there is no such type.
     */
    static FieldType of(final String name) {
        switch (name) {
            case "INT":
                return INT;
            case "SEQNUM":
            case "LENGTH":
            case "NUMINGROUP":
                return COUNT;
            case "FLOAT":
            case "QTY":
            case "PRICE":
            case "PRICEOFFSET":
            case "AMT":
            case "PERCENTAGE":
                return DECIMAL;
            case "CHAR":
                return CHAR;
            case "BOOLEAN":
                return BOOLEAN;
            case "STRING":
            case "CURRENCY":
            case "COUNTRY":
            case "EXCHANGE":
                return STRING;
            case "MULTIPLEVALUESTRING":
                return MULTIPLE_VALUE;
            case "UTCTIMESTAMP":
                return UTC_TIMESTAMP;
            case "UTCTIMEONLY":
                return UTC_TIME;
            case "UTCDATEONLY":
            case "LOCALMKTDATE":
                return DATE;
            case "MONTHYEAR":
                return MONTH_YEAR;
            case "DATA":
                return DATA;
            default:
                throw new IllegalArgumentException("data type " + name + " is not known");
        }
    }
}
