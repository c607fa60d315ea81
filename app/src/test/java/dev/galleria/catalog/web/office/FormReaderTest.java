package dev.galleria.catalog.web.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.OfferTerms;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.catalog.editing.ProductState;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormReaderTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Map<String, String> KINDS = Map.of("length", "NUMBER", "fabric", "CHOICE");
    private final SellerId anna = new SellerId(Ids.next());
    private final SellerId ben = new SellerId(Ids.next());

    @Test
    void bringsBackWhatIsLeftAsItIs() {
        var draft = cup();

        var reader = reader(FormWriter.of(draft));

        assertThat(reader.read(List.of())).isEqualTo(draft);
        assertThat(reader.faults()).isEmpty();
    }

    @Test
    void readsAmountsWithPointOrComma() {
        var form = FormWriter.of(cup());
        form.getVariants().get(0).offer(anna.value().toString()).put("price", " 12,50 ");

        var offer = reader(form).read(List.of()).variants().get(0).offers().get(0);

        assertThat(offer.terms().price()).isEqualTo(Money.of("12.50", "EUR"));
    }

    @Test
    void saysWhereItCannotRead() {
        var form = FormWriter.of(cup());
        var first = form.getVariants().get(0);
        first.offer(anna.value().toString()).put("price", "1,234.50");
        first.offer(anna.value().toString()).put("sale", "9");
        first.offer(anna.value().toString()).put("from", null);
        first.getFields().put("weight", "1 kg");
        form.fact("length").setValue("long");
        form.getFields().put("from", "soon");
        var reader = reader(form);

        reader.read(List.of());

        assertThat(reader.faults())
                .extracting(Fault::pointer)
                .contains("/from", "/attributes/length", "/variants/0/price", "/variants/0/from", "/variants/0/weight");
    }

    @Test
    void leadsFaultsOfTheDraftToTheirFields() {
        var reader = reader(FormWriter.of(cup()));
        reader.read(List.of());

        assertThat(shown(reader, "/variants/0/offers/0/sale/until")).isEqualTo("/variants/0/until");
        assertThat(shown(reader, "/variants/0/offers/1/price")).isEqualTo("/variants/0/offers");
        assertThat(shown(reader, "/attributes/0/number")).isEqualTo("/attributes/length");
        assertThat(shown(reader, "/publishedAt")).isEqualTo("/from");
        assertThat(shown(reader, "/variants/0/weightGrams")).isEqualTo("/variants/0/weight");
        assertThat(reader.shown(new Fault("/attributes", "required", List.of("fabric")))
                        .pointer())
                .isEqualTo("/attributes/fabric");
    }

    @Test
    void withoutAPriceThereIsNoOffer() {
        var form = FormWriter.of(cup());
        form.getVariants().get(0).offer(anna.value().toString()).put("price", "");

        var offers = reader(form).read(List.of()).variants().get(0).offers();

        assertThat(offers).extracting(ProductDraft.Offer::seller).containsExactly(ben);
    }

    private static String shown(FormReader reader, String pointer) {
        return reader.shown(new Fault(pointer, "amount", List.of())).pointer();
    }

    private FormReader reader(ProductForm form) {
        return new FormReader(form, KINDS, EUR, "en", anna.value().toString());
    }

    private ProductDraft cup() {
        var sale = new OfferTerms.Sale(
                Money.of("15.00", "EUR"), Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-27T08:00:30Z"));
        var variant = new ProductDraft.Variant(
                new VariantId(Ids.next()),
                "CUP",
                "4006381333931",
                Map.of(),
                300,
                null,
                List.of(
                        new ProductDraft.Offer(
                                anna,
                                new OfferTerms(Money.of("20.00", "EUR"), Money.of("25.00", "EUR"), sale, 2, true)),
                        new ProductDraft.Offer(ben, new OfferTerms(Money.of("21.00", "EUR"), null, null, 1, false))));
        return new ProductDraft(
                "cup",
                ProductState.ACTIVE,
                Instant.parse("2026-11-01T10:20:30Z"),
                Map.of("en", new ProductDraft.Words("Cup", "Holds tea.")),
                "kitchen",
                null,
                "cups",
                List.of("tea", "gift"),
                "standard",
                List.of(
                        new ProductDraft.Value("length", null, null, new BigDecimal("12.5"), null, null, null),
                        new ProductDraft.Value("fabric", "linen", null, null, null, null, null)),
                List.of(),
                List.of(variant),
                List.of());
    }
}
