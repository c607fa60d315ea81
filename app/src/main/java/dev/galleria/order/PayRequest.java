package dev.galleria.order;

/**
 * The wish to pay.
 *
 * @param gateway one of those that the shop offers
 * @param seal of the deal that the buyer saw
 * @param formKey made for one showing of the form: sent again it gets the same answer, never a second payment
 * @param clientAddress who asks, for the limit on stock held by one address
 */
public record PayRequest(String gateway, String seal, String formKey, String clientAddress, PayPages pages) {}
