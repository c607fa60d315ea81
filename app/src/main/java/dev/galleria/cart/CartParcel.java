package dev.galleria.cart;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.util.List;

/** The lines that one seller would send. The subtotal counts what can be bought. */
public record CartParcel(SellerId seller, String sellerName, List<CartLine> lines, Money subtotal) {}
