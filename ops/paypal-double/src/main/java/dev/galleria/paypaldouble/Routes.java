package dev.galleria.paypaldouble;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which operation a URL stands for; by their names faults are set. */
final class Routes {
    /** Executes a request within a change. */
    interface Operation {
        Answer run(Request request, Change change);
    }

    /** An operation found for a request, with the id in its path. */
    record Match(String name, Operation operation, String id) {}

    private record Route(String method, Pattern path, String name, Operation operation) {}

    private static final List<Route> ROUTES = List.of(
            route("POST", "/v2/checkout/orders", "orders.create", Orders::create),
            route("GET", "/v2/checkout/orders/{id}", "orders.get", Orders::get),
            route("POST", "/v2/checkout/orders/{id}/capture", "orders.capture", Orders::capture),
            route("GET", "/v2/payments/captures/{id}", "captures.get", Refunds::capture),
            route("POST", "/v2/payments/captures/{id}/refund", "captures.refund", Refunds::create),
            route("GET", "/v2/payments/refunds/{id}", "refunds.get", Refunds::get),
            route("GET", "/v1/reporting/transactions", "transactions.search", Reports::transactions),
            route("POST", "/v1/notifications/webhooks", "webhooks.create", WebhookList::create),
            route("GET", "/v1/notifications/webhooks", "webhooks.list", WebhookList::list),
            route("DELETE", "/v1/notifications/webhooks/{id}", "webhooks.delete", WebhookList::delete));

    private Routes() {}

    private static Route route(String method, String path, String name, Operation operation) {
        return new Route(method, Pattern.compile(path.replace("{id}", "([A-Za-z0-9_-]+)")), name, operation);
    }

    static Optional<Match> find(String method, String path) {
        for (Route route : ROUTES) {
            Matcher matcher = route.path().matcher(path);
            if (route.method().equals(method) && matcher.matches()) {
                String id = matcher.groupCount() > 0 ? matcher.group(1) : "";
                return Optional.of(new Match(route.name(), route.operation(), id));
            }
        }
        return Optional.empty();
    }
}
