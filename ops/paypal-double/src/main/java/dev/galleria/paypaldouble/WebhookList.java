package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Where a merchant wants to be told of events. */
final class WebhookList {
    static final String KIND = "webhook";

    private WebhookList() {}

    static Answer create(Request request, Change change) {
        String url = request.body().path("url").asText("");
        JsonNode types = request.body().path("event_types");
        if (!url.matches("https?://.+") || !types.isArray() || types.isEmpty()) {
            throw Refusal.invalid("VALIDATION_ERROR", "url and event_types are required.");
        }
        boolean known =
                change.all(KIND).anyMatch(one -> url.equals(one.path("url").asText()));
        if (known) {
            throw Refusal.invalid("WEBHOOK_URL_ALREADY_EXISTS", "Webhook URL already exists");
        }
        ObjectNode webhook = Json.object().put("id", Ids.next()).put("url", url);
        webhook.set("event_types", types);
        return Answer.json(201, Json.plain(change.put(KIND, webhook)));
    }

    static Answer list(Request request, Change change) {
        ObjectNode list = Json.object();
        list.putArray("webhooks").addAll(change.all(KIND).map(Json::plain).toList());
        return Answer.json(200, list);
    }

    static Answer delete(Request request, Change change) {
        change.get(KIND, request.id());
        change.remove(request.id());
        return new Answer(204, Map.of(), new byte[0]);
    }

    static boolean wants(JsonNode webhook, String type) {
        for (JsonNode one : webhook.path("event_types")) {
            String name = one.path("name").asText();
            if (name.equals("*") || name.equals(type)) {
                return true;
            }
        }
        return false;
    }
}
