/** Venues that speak FIX, on QuickFIX/J, one package per dialect. Order state never lives here. */
package io.weir.fix;
