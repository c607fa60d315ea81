package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/** Webhook endpoints by the API, and which events they want. */
final class WebhookEndpoints {
    /** The version that the pinned stripe-java expects; a test holds the two together. */
    static final String API_VERSION = "2026-07-29.dahlia";

    private WebhookEndpoints() {}

    static Answer create(Request request, Change change) {
        Params params =
                request.params().allow("url", "enabled_events", "api_version", "description", "metadata", "expand");
        String url = requireUrl(params.requiredText("url"));
        List<String> events = params.texts("enabled_events");
        if (events.isEmpty()) {
            throw params.missing("enabled_events");
        }
        ObjectNode endpoint = Json.object()
                .put("id", Ids.next("we_"))
                .put("object", "webhook_endpoint")
                .put("api_version", params.text("api_version").orElse(null))
                .putNull("application")
                .put("created", change.now())
                .put("description", params.text("description").orElse(null))
                .put("livemode", false)
                .put("status", "enabled")
                .put("url", url)
                .put("_secret", Ids.next("whsec_", 32));
        endpoint.set("enabled_events", Json.of(events));
        endpoint.set("metadata", Json.of(params.pairs("metadata")));
        change.put(endpoint);
        // The secret is told once, in the answer to the creation.
        return Answer.json(
                200,
                new View(change)
                        .of(endpoint, request.expand())
                        .put("secret", endpoint.path("_secret").asText()));
    }

    private static String requireUrl(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw Refusal.invalid("url_invalid", "Invalid URL: " + url, "url");
    }

    static Answer update(Request request, Change change) {
        Params params =
                request.params().allow("url", "enabled_events", "description", "disabled", "metadata", "expand");
        ObjectNode endpoint = change.get("webhook_endpoint", request.id());
        params.text("url").ifPresent(url -> endpoint.put("url", requireUrl(url)));
        params.text("description").ifPresent(text -> endpoint.put("description", text));
        if (!params.texts("enabled_events").isEmpty()) {
            endpoint.set("enabled_events", Json.of(params.texts("enabled_events")));
        }
        if (params.has("disabled")) {
            endpoint.put("status", params.flag("disabled") ? "disabled" : "enabled");
        }
        PaymentIntents.merge(endpoint, params);
        return Answer.json(200, new View(change).of(change.put(endpoint), request.expand()));
    }

    static Answer retrieve(Request request, Change change) {
        request.params().allow("expand");
        return Answer.json(200, new View(change).of(change.get("webhook_endpoint", request.id()), request.expand()));
    }

    static Answer list(Request request, Change change) {
        request.params().allow(Pages.COMMON);
        return Pages.list(request, change, "webhook_endpoint", endpoint -> true);
    }

    static Answer delete(Request request, Change change) {
        change.get("webhook_endpoint", request.id());
        change.remove(request.id());
        return Answer.json(
                200,
                Json.object()
                        .put("id", request.id())
                        .put("object", "webhook_endpoint")
                        .put("deleted", true));
    }

    /** An event about an object as it is now, addressed to every endpoint that wants its type. */
    static ObjectNode newEvent(Change change, String type, ObjectNode subject, String request, String key) {
        ObjectNode event = Json.object()
                .put("id", Ids.next("evt_"))
                .put("object", "event")
                .put("api_version", API_VERSION)
                .put("created", change.now())
                .put("livemode", false)
                .put("type", type);
        event.putObject("data").set("object", View.plain(subject));
        event.putObject("request").put("id", request).put("idempotency_key", key);
        ArrayNode addressees = event.putArray("_endpoints");
        change.all("webhook_endpoint")
                .filter(endpoint -> "enabled".equals(endpoint.path("status").asText()))
                .filter(endpoint -> wants(endpoint, type))
                .forEach(endpoint -> addressees.add(endpoint.path("id").asText()));
        return event.put("pending_webhooks", addressees.size());
    }

    private static boolean wants(ObjectNode endpoint, String type) {
        for (JsonNode enabled : endpoint.path("enabled_events")) {
            if ("*".equals(enabled.asText()) || type.equals(enabled.asText())) {
                return true;
            }
        }
        return false;
    }
}
