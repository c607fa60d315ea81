package dev.galleria.catalog.web.office;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.OfferBook;
import dev.galleria.platform.Ids;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which offers belong to the variants that the product's editor shows, so that their stock can stand beside them. */
@Named("officeProductStock")
@RequestScoped
public class VariantOffers {
    @Inject
    ProductEditorView editor;

    @Inject
    OfferBook book;

    @Inject
    Desk desk;

    private @Nullable Map<String, OfferId> offers;

    /** Of the seller whose prices are shown, by the variant's id. */
    public Map<String, OfferId> getOffers() {
        if (offers == null) {
            var found = new HashMap<String, OfferId>();
            var seller = Ids.parse(editor.getBench().getSeller());
            if (!editor.isFresh() && seller.isPresent()) {
                var ids = book.idsOf(desk.editor(), new SellerId(seller.get()), editor.productId());
                for (var variant : editor.getBench().getGrid().getRows()) {
                    var offer = variant.getId() == null
                            ? null
                            : Ids.parse(variant.getId())
                                    .map(VariantId::new)
                                    .map(ids::get)
                                    .orElse(null);
                    if (offer != null) {
                        found.put(variant.getId(), offer);
                    }
                }
            }
            offers = found;
        }
        return offers;
    }
}
