-- What the event journal says, as tables. The same text runs on H2 and on PostgreSQL.
-- Prices, quantities and amounts are exact: no instrument has more than 18 digits behind the point.
-- Times are UTC, cut to microseconds; event_seq, the number of the event in the journal, orders rows exactly.

-- How far the journal is projected; written in the same transaction as the rows.
create table projection_position (
    name             varchar(32)  not null primary key,
    event_seq        bigint       not null,
    journal_position bigint       not null,
    highest_order_id bigint       not null,
    first_event_seq  bigint       not null,
    updated_at       timestamp(6) with time zone not null
);

-- One row a client order, as its last report left it.
create table orders (
    order_id      bigint         not null primary key,
    cl_ord_id     varchar(64)    not null,
    account       varchar(32)    not null,
    symbol        varchar(32)    not null,
    side          varchar(8)     not null,
    ord_type      varchar(16)    not null,
    time_in_force varchar(24)    not null,
    ord_status    varchar(24)    not null,
    order_qty     decimal(38,18) not null,
    price         decimal(38,18),
    leaves_qty    decimal(38,18) not null,
    cum_qty       decimal(38,18) not null,
    cum_notional  decimal(38,18) not null,
    avg_px        decimal(38,18) not null,
    session_id    integer        not null,
    created_at    timestamp(6) with time zone not null,
    updated_at    timestamp(6) with time zone not null,
    event_seq     bigint         not null,
    text          varchar(256)   not null
);
create index orders_by_cl_ord_id on orders (cl_ord_id);
create index orders_by_account on orders (account, order_id);

-- One row an ExecutionReport that says something new. order_id is null for a reject that made no order.
create table executions (
    event_seq      bigint         not null primary key,
    exec_id        bigint         not null,
    order_id       bigint,
    cl_ord_id      varchar(64)    not null,
    orig_cl_ord_id varchar(64)    not null,
    account        varchar(32)    not null,
    symbol         varchar(32)    not null,
    side           varchar(8)     not null,
    exec_type      varchar(24)    not null,
    ord_status     varchar(24)    not null,
    ord_rej_reason varchar(40),
    last_qty       decimal(38,18),
    last_px        decimal(38,18),
    last_mkt       varchar(32),
    child_order_id bigint,
    venue_exec_id  varchar(128),
    commission     decimal(38,18),
    comm_currency  varchar(32),
    leaves_qty     decimal(38,18) not null,
    cum_qty        decimal(38,18) not null,
    session_id     integer        not null,
    transact_time  timestamp(6) with time zone not null,
    text           varchar(256)   not null
);
-- By ClOrdID they are found through their order: one index less for the widest stream.
create index executions_by_order on executions (order_id);

-- ClOrdIDs that an order had before it was replaced; the one it has now is in orders.
create table replaced_cl_ord_ids (
    event_seq bigint      not null primary key,
    cl_ord_id varchar(64) not null,
    order_id  bigint      not null
);
create index replaced_by_cl_ord_id on replaced_cl_ord_ids (cl_ord_id);
create index replaced_by_order on replaced_cl_ord_ids (order_id);

-- Why the router chose as it did: one row a routing of an order, all venues that it looked at in the text.
create table routes (
    event_seq     bigint         not null primary key,
    order_id      bigint         not null,
    routing_round integer        not null,
    why           varchar(16000) not null,
    routed_at     timestamp(6) with time zone not null
);
create index routes_by_order on routes (order_id);

create table balances (
    account    varchar(32)    not null,
    venue      varchar(32)    not null,
    asset      varchar(32)    not null,
    total      decimal(38,18) not null,
    reserved   decimal(38,18) not null,
    event_seq  bigint         not null,
    updated_at timestamp(6) with time zone not null,
    primary key (account, venue, asset)
);

create table instruments (
    symbol        varchar(32)    not null primary key,
    instrument_id integer        not null,
    base_asset    varchar(32)    not null,
    quote_asset   varchar(32)    not null,
    price_scale   integer        not null,
    qty_scale     integer        not null,
    tick_size     decimal(38,18) not null,
    lot_size      decimal(38,18) not null,
    min_qty       decimal(38,18) not null,
    max_qty       decimal(38,18) not null,
    min_notional  decimal(38,18) not null,
    event_seq     bigint         not null
);

create table venues (
    venue_id   integer      not null primary key,
    name       varchar(32)  not null,
    state      varchar(16)  not null,
    text       varchar(256) not null,
    event_seq  bigint       not null,
    updated_at timestamp(6) with time zone not null
);

create table kill_switches (
    scope      varchar(16)  not null,
    name       varchar(64)  not null,
    engaged    boolean      not null,
    text       varchar(256) not null,
    event_seq  bigint       not null,
    updated_at timestamp(6) with time zone not null,
    primary key (scope, name)
);

-- The newest alerts only; the bound is the setting maxAlerts.
create table alerts (
    event_seq bigint       not null primary key,
    subject   varchar(256) not null,
    text      varchar(256) not null,
    raised_at timestamp(6) with time zone not null
);
