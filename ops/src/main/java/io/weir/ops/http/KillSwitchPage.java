package io.weir.ops.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weir.ops.OperatorDoor;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.SetKillSwitch;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /kill-switch}: hands an operator's switch to the log and answers when the core has taken it. On the event
 * loop; nothing here waits.
 */
final class KillSwitchPage implements OperatorPage {
    static final String PATH = "/kill-switch";

    /** How long the log may take, ms: a new leader is found in less. */
    static final long PATIENCE_MS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(KillSwitchPage.class);

    private final Patience patience;
    private final OperatorDoor door;

    KillSwitchPage(final Vertx vertx, final OperatorDoor door) {
        this.patience = new Patience(vertx, PATIENCE_MS);
        this.door = door;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public boolean opensTo(final String authorization) {
        return door.key().isShownBy(authorization);
    }

    @Override
    public Future<Answer> post(final Map<String, String> parameters, final boolean plain) {
        final KillSwitchReader reader = new KillSwitchReader(parameters);
        final SetKillSwitch command = reader.read();
        if (!reader.faults().isEmpty()) {
            return Future.succeededFuture(Answer.faults(Answer.BAD_REQUEST, reader.faults(), plain));
        }
        return patience.await(
                door.commands().say(command),
                refusal -> said(command, refusal, plain),
                fault -> unsaid(command, fault, plain),
                () -> late(command, plain));
    }

    private static Answer said(final SetKillSwitch command, final String refusal, final boolean plain) {
        if (!refusal.isEmpty()) {
            LOG.info("{} engaged={}: the core refuses: {}", named(command), command.engaged(), refusal);
            return Answer.faults(Answer.CONFLICT, List.of(refusal), plain);
        }
        final String words = inWords(command);
        LOG.info("{}: {}", words, command.text());
        return plain ? Answer.line(words + ": " + command.text()) : taken(command);
    }

    private static Answer taken(final SetKillSwitch command) {
        return new Answer(Answer.OK, Json.CONTENT_TYPE, Json.object(json -> {
            json.writeStringField("scope", command.scope().name());
            json.writeStringField("name", command.name());
            json.writeBooleanField("engaged", command.engaged());
            json.writeBooleanField("cancelOpenOrders", command.cancelOpenOrders());
            json.writeStringField("text", command.text());
        }));
    }

    private static Answer late(final SetKillSwitch command, final boolean plain) {
        LOG.warn(
                "{} engaged={}: the log has not taken it within {} ms", named(command), command.engaged(), PATIENCE_MS);
        return Answer.faults(
                Answer.UNAVAILABLE,
                List.of("the log has not taken it within " + PATIENCE_MS
                        + " ms; it may still take it: say it again, twice does no harm"),
                plain);
    }

    private static Answer unsaid(final SetKillSwitch command, final Throwable fault, final boolean plain) {
        LOG.warn("{} engaged={}: could not be said: {}", named(command), command.engaged(), fault.toString());
        return Answer.faults(
                Answer.UNAVAILABLE, List.of("it could not be said to the log: " + fault.getMessage()), plain);
    }

    private static String inWords(final SetKillSwitch command) {
        return named(command)
                + (command.engaged() ? " is engaged" : " is released")
                + (command.cancelOpenOrders() ? ", open orders are being canceled" : "");
    }

    private static String named(final SetKillSwitch command) {
        return "kill switch " + command.scope() + (command.scope() == KillScope.ALL ? "" : " " + command.name());
    }
}
