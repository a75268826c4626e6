/**
 * What FIX 4.4 lets a client say, read at start from {@code FIX44-client.xml}: fields, messages, groups. Here are facts,
 * never a message at work.
 */
package io.weir.acceptor.dictionary;
