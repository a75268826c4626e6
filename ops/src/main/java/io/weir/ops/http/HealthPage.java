package io.weir.ops.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.weir.ops.health.Health;
import io.weir.ops.health.HealthReport;
import io.weir.ops.health.HealthState;
import io.weir.ops.health.RoomHealth;
import java.io.IOException;
import java.util.Map;

/** {@code GET /health}: 200 while orders are taken, 503 while they are not; each room's own words in both. */
final class HealthPage {
    private final Health health;

    HealthPage(final Health health) {
        this.health = health;
    }

    Answer get() {
        final HealthReport report = health.check();
        final int status = report.overall() == HealthState.DOWN ? Answer.UNAVAILABLE : Answer.OK;
        return new Answer(status, Json.CONTENT_TYPE, Json.object(json -> write(json, report)));
    }

    private static void write(final JsonGenerator json, final HealthReport report) throws IOException {
        json.writeStringField("state", report.overall().name());
        json.writeArrayFieldStart("rooms");
        for (final Map.Entry<String, RoomHealth> room : report.rooms().entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", room.getKey());
            json.writeStringField("state", room.getValue().state().name());
            json.writeStringField("detail", room.getValue().detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
