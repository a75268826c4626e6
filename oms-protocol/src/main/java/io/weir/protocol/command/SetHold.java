package io.weir.protocol.command;

/**
 * The gateway stands still because power was lost, or goes on after an operator's recovery. Standing still it refuses Logons
 * and sends nothing new to venues; what venues report is booked as ever.
 *
 * @param held           true holds, false lets go on.
 * @param raiseNumbersBy when letting go on: what every session's next MsgSeqNum(34) is raised by, 1 to
 *     {@link io.weir.protocol.Bounds#MAX_RAISE}; else 0.
 * @param text           who and why, for the journal.
 */
public record SetHold(boolean held, long raiseNumbersBy, String text) implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onSetHold(this);
    }
}
