/**
 * A stateful stand-in for PayPal: the part of Orders v2, Payments v2, Transaction Search v1 and Webhooks v1 that Galleria
 * uses. The rules come from developer.paypal.com: api/rest/reference/orders/v2, payments/v2, transaction-search/v1,
 * webhooks/rest (verification), api/rest/requests (PayPal-Request-Id) and api/rest/responses (errors).
 */
package dev.galleria.paypaldouble;
