package io.weir.ops;

import java.util.List;

/**
 * How an operator wants to recover from a loss of power.
 *
 * @param raiseNumbersBy what every session's next MsgSeqNum(34) is raised by, 1 and more.
 * @param cancelUnknown  whether orders of ours that are open at venues and unknown to the core are to be canceled.
 * @param without        venues that are not waited for; what is in doubt there stays so.
 * @param text           who and why.
 */
public record RecoveryRequest(long raiseNumbersBy, boolean cancelUnknown, List<String> without, String text) {
    public RecoveryRequest {
        without = List.copyOf(without);
    }
}
