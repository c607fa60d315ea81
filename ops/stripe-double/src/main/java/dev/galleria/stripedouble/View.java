package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How stored objects are shown: fields that begin with an underscore are the double's own and left out; what
 * {@code expand[]} names is put in place of its id (see Stripe's "Expanding responses").
 */
final class View {
    private static final Set<String> EXPANDABLE =
            Set.of("payment_intent", "latest_charge", "charge", "balance_transaction");

    private final Change change;

    View(Change change) {
        this.change = change;
    }

    ObjectNode of(ObjectNode stored, List<String> expand) {
        ObjectNode shown = plain(stored);
        if (expand.size() > 20) {
            throw Refusal.invalid(null, "You cannot expand more than 20 properties.", "expand");
        }
        for (String path : expand) {
            expand(shown, stored, path);
        }
        return shown;
    }

    /** A page of a list; {@code expand[]=data.payment_intent} applies to each element. */
    ObjectNode list(Request request, List<ObjectNode> page, boolean more) {
        List<String> inner = new ArrayList<>();
        for (String path : request.expand()) {
            if (!path.startsWith("data.")) {
                throw cannotExpand(path);
            }
            inner.add(path.substring("data.".length()));
        }
        List<ObjectNode> data =
                page.stream().map(object -> new View(change).of(object, inner)).toList();
        return Json.list(request.path(), more, data);
    }

    static ObjectNode plain(ObjectNode stored) {
        ObjectNode shown = stored.deepCopy();
        List<String> own = new ArrayList<>();
        shown.fieldNames().forEachRemaining(field -> {
            if (field.startsWith("_")) {
                own.add(field);
            }
        });
        return shown.remove(own);
    }

    private void expand(ObjectNode shown, ObjectNode stored, String path) {
        int dot = path.indexOf('.');
        String field = dot < 0 ? path : path.substring(0, dot);
        if (stored.has("_" + field)) {
            shown.set(field, stored.get("_" + field).deepCopy());
            return;
        }
        if (!EXPANDABLE.contains(field) || !shown.has(field)) {
            throw cannotExpand(path);
        }
        JsonNode value = shown.get(field);
        if (value.isTextual()) {
            value = change.find(value.asText()).map(View::plain).orElseThrow(() -> cannotExpand(path));
            shown.set(field, value);
        }
        if (dot >= 0 && value instanceof ObjectNode object) {
            ObjectNode below = change.find(object.path("id").asText()).orElse(object);
            expand(object, below, path.substring(dot + 1));
        }
    }

    private static Refusal cannotExpand(String path) {
        return Refusal.invalid(null, "This property cannot be expanded (" + path + ").", "expand");
    }
}
