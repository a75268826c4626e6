/** Venues that speak FIX, on QuickFIX/J: settings here, the session machinery in {@code session}, one package per dialect. */
package io.weir.fix;
