package io.weir.benchmarks.torture;

import java.nio.file.Path;

/**
 * What is to happen in a run.
 *
 * @param directory       where everything lies; made by the caller, empty.
 * @param seed            of all choices.
 * @param kills           of the gateway, from 1.
 * @param venueKills      of the venues together.
 * @param clients         1 to 8; the second one resets its numbers at every Logon.
 * @param messagesASecond of each client, 1 to 1000.
 * @param lastFlowMs      how long the clients go on behind the last kill.
 */
record TorturePlan(
        Path directory, long seed, int kills, int venueKills, int clients, int messagesASecond, int lastFlowMs) {}
