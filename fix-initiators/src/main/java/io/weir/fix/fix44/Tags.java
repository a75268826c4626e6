package io.weir.fix.fix44;

/** Tags of FIX 4.4 that are read or written here. Source: FIX 4.4 volume 6. */
final class Tags {
    static final int ACCOUNT = 1;
    static final int CL_ORD_ID = 11;
    static final int COMMISSION = 12;
    static final int COMM_TYPE = 13;
    static final int CUM_QTY = 14;
    static final int EXEC_ID = 17;
    static final int HANDL_INST = 21;
    static final int LAST_PX = 31;
    static final int LAST_QTY = 32;
    static final int ORDER_ID = 37;
    static final int ORDER_QTY = 38;
    static final int ORD_STATUS = 39;
    static final int ORD_TYPE = 40;
    static final int ORIG_CL_ORD_ID = 41;
    static final int PRICE = 44;
    static final int REF_SEQ_NUM = 45;
    static final int SIDE = 54;
    static final int SYMBOL = 55;
    static final int TEXT = 58;
    static final int TIME_IN_FORCE = 59;
    static final int TRANSACT_TIME = 60;
    static final int CXL_REJ_REASON = 102;
    static final int ORD_REJ_REASON = 103;
    static final int GAP_FILL_FLAG = 123;
    static final int NO_RELATED_SYM = 146;
    static final int EXEC_TYPE = 150;
    static final int MD_REQ_ID = 262;
    static final int SUBSCRIPTION_REQUEST_TYPE = 263;
    static final int MARKET_DEPTH = 264;
    static final int MD_UPDATE_TYPE = 265;
    static final int NO_MD_ENTRY_TYPES = 267;
    static final int NO_MD_ENTRIES = 268;
    static final int MD_ENTRY_TYPE = 269;
    static final int MD_ENTRY_PX = 270;
    static final int MD_ENTRY_SIZE = 271;
    static final int MD_UPDATE_ACTION = 279;
    static final int BUSINESS_REJECT_REASON = 380;
    static final int CXL_REJ_RESPONSE_TO = 434;
    static final int COMM_CURRENCY = 479;
    static final int NO_SIDES = 552;
    static final int TRADE_REQUEST_ID = 568;
    static final int TRADE_REQUEST_TYPE = 569;
    static final int MASS_STATUS_REQ_ID = 584;
    static final int MASS_STATUS_REQ_TYPE = 585;
    static final int TOT_NUM_TRADE_REPORTS = 748;
    static final int TRADE_REQUEST_RESULT = 749;
    static final int ORD_STATUS_REQ_ID = 790;
    static final int LAST_RPT_REQUESTED = 912;

    private Tags() {}
}
