/**
 * Requests over HTTP with their three outcomes kept apart: answered, not sent, unanswered. What an answer means at one
 * exchange never lives here.
 */
package io.weir.rest.http;
