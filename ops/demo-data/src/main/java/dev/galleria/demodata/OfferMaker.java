package dev.galleria.demodata;

import java.util.ArrayList;
import java.util.List;

/** Decides who sells what at which price: one seller for most variants, two or three for some. */
final class OfferMaker {
    private final TenantSettings settings;
    private final Wordbook words;

    OfferMaker(TenantSettings settings, Wordbook words) {
        this.settings = settings;
        this.words = words;
    }

    List<Offer> make(List<Product> products) {
        List<Offer> offers = new ArrayList<>();
        for (Product product : products) {
            Dice dice = Dice.of(settings.slug(), "offer", product.handle());
            List<Wordbook.Seller> able = dice.shuffled(words.sellers().stream()
                    .filter(s -> s.kinds().contains(product.type().kind()))
                    .toList());
            if (able.isEmpty()) {
                throw new IllegalArgumentException(
                        "Nobody sells " + product.type().kind());
            }
            int count = Math.min(able.size(), 1 + dice.weighted(80, 15, 5));
            Terms terms = Terms.draw(dice);
            for (int rank = 0; rank < count; rank++) {
                for (Product.Variant variant : product.variants()) {
                    if (rank == 0 || dice.percent(75)) {
                        offers.add(offer(product, variant, able.get(rank).slug(), rank, terms, dice));
                    }
                }
            }
        }
        return offers;
    }

    /** The reduction a product runs with: a third of them have one. */
    private record Terms(int listPercent, int salePercent, int saleFrom, int saleTo) {
        static Terms draw(Dice dice) {
            int listPercent = 0;
            int salePercent = 0;
            int from = 0;
            switch (dice.weighted(66, 21, 13)) {
                case 1 -> listPercent = dice.pick(List.of(112, 115, 120, 125, 134, 143));
                case 2 -> {
                    salePercent = dice.pick(List.of(70, 75, 80, 80, 85, 90));
                    from = dice.between(-6, 8);
                }
                default -> {}
            }
            return new Terms(listPercent, salePercent, from, from + dice.between(5, 14));
        }
    }

    private Offer offer(Product product, Product.Variant variant, String seller, int rank, Terms terms, Dice dice) {
        long price = Amounts.retail(product.price() * variant.percent() / 100);
        if (rank > 0) {
            price = Amounts.retail(price * dice.between(95, 109) / 100);
        }
        long list = rank == 0 && terms.listPercent() > 0 ? Amounts.retail(price * terms.listPercent() / 100) : 0;
        long sale = rank == 0 && terms.salePercent() > 0 ? Amounts.retail(price * terms.salePercent() / 100) : 0;
        return new Offer(
                variant.sku(),
                seller,
                price,
                list > price ? list : 0,
                sale < price ? sale : 0,
                terms.saleFrom(),
                terms.saleTo(),
                1 + dice.weighted(60, 25, 10, 5),
                stock(product, rank, dice),
                Math.max(1, product.popularity() / (rank * 2 + 1)));
    }

    private static List<Integer> stock(Product product, int rank, Dice dice) {
        int plenty = 4 + Math.min(120, product.popularity()) / (rank + 1);
        return switch (dice.weighted(7, 11, 82)) {
            case 0 -> List.of(0, 0);
            case 1 -> List.of(dice.between(1, 4), 0);
            default -> List.of(dice.between(3, plenty + 6), dice.percent(55) ? dice.between(0, plenty) : 0);
        };
    }
}
