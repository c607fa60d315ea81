package dev.galleria.catalog;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import org.jspecify.annotations.Nullable;

/**
 * One offer as cart and checkout need it: what it is, whose it is and what it costs now (by the database's clock). On sale
 * means that it can be bought as far as the catalog knows: product, offer and seller are active; stock is inventory's word.
 */
public record OfferedItem(
        OfferId offer,
        VariantId variant,
        ProductId product,
        SellerId seller,
        String sellerName,
        String slug,
        String title,
        String choices,
        String sku,
        @Nullable String imageKey,
        Money price,
        @Nullable Money listPrice,
        String taxClass,
        int weightGrams,
        int handlingDays,
        boolean onSale) {

    /** The same at another price, which is compared with nothing. */
    public OfferedItem at(Money otherPrice) {
        return at(new ShownPrice(otherPrice, null, null));
    }

    /** The same at another price. */
    public OfferedItem at(ShownPrice shown) {
        return new OfferedItem(
                offer,
                variant,
                product,
                seller,
                sellerName,
                slug,
                title,
                choices,
                sku,
                imageKey,
                shown.price(),
                shown.listPrice(),
                taxClass,
                weightGrams,
                handlingDays,
                onSale);
    }
}
