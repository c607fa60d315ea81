package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What each movement of money did to the account's balance. The double takes no fee. */
final class BalanceTransactions {
    private BalanceTransactions() {}

    static Answer retrieve(Request request, Change change) {
        request.params().allow("expand");
        return Answer.json(200, new View(change).of(change.get("balance_transaction", request.id()), request.expand()));
    }

    static Answer list(Request request, Change change) {
        request.params().allow(Pages.and("source", "type"));
        return Pages.list(
                request,
                change,
                "balance_transaction",
                transaction -> matches(transaction, request, "source") && matches(transaction, request, "type"));
    }

    private static boolean matches(ObjectNode transaction, Request request, String field) {
        return request.params()
                .text(field)
                .map(text -> text.equals(transaction.path(field).asText()))
                .orElse(true);
    }

    /** Adds a transaction; the amount is negative for a refund. Gives its id. */
    static String add(Change change, ObjectNode source, String type, long amount) {
        ObjectNode transaction = Json.object()
                .put("id", Ids.next("txn_"))
                .put("object", "balance_transaction")
                .put("amount", amount)
                .put("available_on", change.now())
                .put("created", change.now())
                .put("currency", source.path("currency").asText())
                .put("fee", 0)
                .put("net", amount)
                .put("reporting_category", type)
                .put("source", source.path("id").asText())
                .put("status", "available")
                .put("type", type);
        transaction.putArray("fee_details");
        return change.put(transaction).path("id").asText();
    }
}
