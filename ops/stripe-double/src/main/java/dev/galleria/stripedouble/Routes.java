package dev.galleria.stripedouble;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API's operations by method and path. Their names are those by which faults are set. */
final class Routes {
    /** Answers a request within a change of the caller's account. */
    interface Operation {
        Answer run(Request request, Change change);
    }

    /** An operation found for a request, with the id in its path. */
    record Match(String name, Operation operation, String id) {}

    private record Route(String method, Pattern path, String name, Operation operation) {}

    private static final List<Route> ROUTES = List.of(
            route("POST", "checkout/sessions", "checkout.sessions.create", CheckoutSessions::create),
            route("GET", "checkout/sessions", "checkout.sessions.list", CheckoutSessions::list),
            route("GET", "checkout/sessions/{id}", "checkout.sessions.retrieve", CheckoutSessions::retrieve),
            route("POST", "checkout/sessions/{id}", "checkout.sessions.update", CheckoutSessions::update),
            route(
                    "GET",
                    "checkout/sessions/{id}/line_items",
                    "checkout.sessions.line_items",
                    CheckoutSessions::lineItems),
            route("POST", "checkout/sessions/{id}/expire", "checkout.sessions.expire", CheckoutSessions::expire),
            route("POST", "payment_intents", "payment_intents.create", PaymentIntents::create),
            route("GET", "payment_intents", "payment_intents.list", PaymentIntents::list),
            route("GET", "payment_intents/search", "payment_intents.search", PaymentIntents::search),
            route("GET", "payment_intents/{id}", "payment_intents.retrieve", PaymentIntents::retrieve),
            route("POST", "payment_intents/{id}", "payment_intents.update", PaymentIntents::update),
            route("POST", "payment_intents/{id}/confirm", "payment_intents.confirm", PaymentIntents::confirm),
            route("POST", "payment_intents/{id}/capture", "payment_intents.capture", PaymentIntents::capture),
            route("POST", "payment_intents/{id}/cancel", "payment_intents.cancel", PaymentIntents::cancel),
            route("GET", "charges", "charges.list", Charges::list),
            route("GET", "charges/{id}", "charges.retrieve", Charges::retrieve),
            route("POST", "refunds", "refunds.create", Refunds::create),
            route("GET", "refunds", "refunds.list", Refunds::list),
            route("GET", "refunds/{id}", "refunds.retrieve", Refunds::retrieve),
            route("GET", "balance_transactions", "balance_transactions.list", BalanceTransactions::list),
            route("GET", "balance_transactions/{id}", "balance_transactions.retrieve", BalanceTransactions::retrieve),
            route("GET", "events", "events.list", Events::list),
            route("GET", "events/{id}", "events.retrieve", Events::retrieve),
            route("POST", "webhook_endpoints", "webhook_endpoints.create", WebhookEndpoints::create),
            route("GET", "webhook_endpoints", "webhook_endpoints.list", WebhookEndpoints::list),
            route("GET", "webhook_endpoints/{id}", "webhook_endpoints.retrieve", WebhookEndpoints::retrieve),
            route("POST", "webhook_endpoints/{id}", "webhook_endpoints.update", WebhookEndpoints::update),
            route("DELETE", "webhook_endpoints/{id}", "webhook_endpoints.delete", WebhookEndpoints::delete));

    private Routes() {}

    private static Route route(String method, String path, String name, Operation operation) {
        String pattern = "/v1/" + path.replace("{id}", "([A-Za-z0-9_]+)");
        return new Route(method, Pattern.compile(pattern), name, operation);
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
