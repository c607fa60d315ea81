package dev.galleria.stripedouble;

import java.util.List;
import java.util.Optional;

/** Events by the API. */
final class Events {
    private Events() {}

    static Answer retrieve(Request request, Change change) {
        request.params().allow("expand");
        return Answer.json(200, new View(change).of(change.get("event", request.id()), request.expand()));
    }

    static Answer list(Request request, Change change) {
        request.params().allow(Pages.and("type", "types"));
        Optional<String> type = request.params().text("type");
        List<String> types = request.params().texts("types");
        return Pages.list(request, change, "event", event -> {
            String of = event.path("type").asText();
            return type.map(of::equals).orElse(true) && (types.isEmpty() || types.contains(of));
        });
    }
}
