/**
 * A plain FIX 4.4 exchange as an acceptor on QuickFIX/J: order entry, status and trade history, market data, with its session
 * numbers in files. Binance's or any other venue's FIX dialect never lives here.
 */
package io.weir.simulator.fix;
