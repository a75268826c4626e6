package io.weir.acceptor.message;

/** Numbers of the fields that this room works with. Source: FIX 4.4 volume 6. */
public final class Tags {
    public static final int ACCOUNT = 1;
    public static final int BEGIN_SEQ_NO = 7;
    public static final int BEGIN_STRING = 8;
    public static final int CHECK_SUM = 10;
    public static final int CL_ORD_ID = 11;
    public static final int CURRENCY = 15;
    public static final int END_SEQ_NO = 16;
    public static final int EXEC_INST = 18;
    public static final int HANDL_INST = 21;
    public static final int MSG_SEQ_NUM = 34;
    public static final int MSG_TYPE = 35;
    public static final int NEW_SEQ_NO = 36;
    public static final int ORDER_ID = 37;
    public static final int ORDER_QTY = 38;
    public static final int ORD_TYPE = 40;
    public static final int ORIG_CL_ORD_ID = 41;
    public static final int POSS_DUP_FLAG = 43;
    public static final int PRICE = 44;
    public static final int REF_SEQ_NUM = 45;
    public static final int SENDER_COMP_ID = 49;
    public static final int SENDING_TIME = 52;
    public static final int SIDE = 54;
    public static final int SYMBOL = 55;
    public static final int TARGET_COMP_ID = 56;
    public static final int TEXT = 58;
    public static final int TIME_IN_FORCE = 59;
    public static final int SETTL_TYPE = 63;
    public static final int NO_ALLOCS = 78;
    public static final int POSS_RESEND = 97;
    public static final int ENCRYPT_METHOD = 98;
    public static final int STOP_PX = 99;
    public static final int EX_DESTINATION = 100;
    public static final int HEART_BT_INT = 108;
    public static final int MIN_QTY = 110;
    public static final int MAX_FLOOR = 111;
    public static final int TEST_REQ_ID = 112;
    public static final int ORIG_SENDING_TIME = 122;
    public static final int GAP_FILL_FLAG = 123;
    public static final int EXPIRE_TIME = 126;
    public static final int RESET_SEQ_NUM_FLAG = 141;
    public static final int CASH_ORDER_QTY = 152;
    public static final int EFFECTIVE_TIME = 168;
    public static final int ORDER_QTY2 = 192;
    public static final int MAX_SHOW = 210;
    public static final int PEG_OFFSET_VALUE = 211;
    public static final int DISCRETION_INST = 388;
    public static final int PRICE_TYPE = 423;
    public static final int EXPIRE_DATE = 432;
    public static final int ORDER_PERCENT = 516;
    public static final int CASH_MARGIN = 544;
    public static final int USERNAME = 553;
    public static final int PASSWORD = 554;
    public static final int PRICE2 = 640;
    public static final int NEXT_EXPECTED_MSG_SEQ_NUM = 789;
    public static final int ORD_STATUS_REQ_ID = 790;
    public static final int TARGET_STRATEGY = 847;
    public static final int QTY_TYPE = 854;

    private Tags() {}
}
