/** Venues that speak REST and WebSocket, one package per exchange. Order state never lives here. */
package io.weir.rest;
