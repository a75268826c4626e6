/**
 * The doors between records and bytes: {@link io.weir.protocol.codec.CommandWriter} and
 * {@link io.weir.protocol.codec.CommandReader} for the command log, {@link io.weir.protocol.codec.EventWriter} and
 * {@link io.weir.protocol.codec.EventReader} for the journal. The form is that of {@code weir-sbe.xml}.
 *
 * <p>Lives here: everything that touches the generated codecs. Never here: a decision about a message.
 */
package io.weir.protocol.codec;
