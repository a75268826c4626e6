/**
 * One FIX session to a venue on QuickFIX/J: its numbers and messages on file, its threads behind a bounded queue, its secrets
 * out of logs and files. No dialect here.
 */
package io.weir.fix.session;
