package dev.galleria.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.account.AccountId;
import dev.galleria.catalog.editing.ProductDraft.Choice;
import dev.galleria.catalog.editing.ProductDraft.Offer;
import dev.galleria.catalog.editing.ProductDraft.Option;
import dev.galleria.catalog.editing.ProductDraft.Value;
import dev.galleria.catalog.editing.ProductDraft.Variant;
import dev.galleria.catalog.editing.ProductDraft.Words;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftCheckTest {
    private static final SellerId MINE = new SellerId(Ids.next());
    private static final Editor SELLER = new Editor(new AccountId(Ids.next()), MINE);
    private static final Editor STAFF = new Editor(new AccountId(Ids.next()), null);
    private static final OfferTerms TERMS = new OfferTerms(Money.of("20.00", "EUR"), null, null, 1, true);

    @Test
    void acceptsWhatIsComplete() {
        assertThat(faults(cup().build())).isEmpty();
    }

    @Test
    void namesEveryFaultByItsPlace() {
        var draft = cup().texts(Map.of("de", new Words("Tasse", "")))
                .category("nowhere")
                .taxClass("none")
                .variants(List.of(variant("", Map.of()), variant("B\u0000", Map.of())))
                .build();

        assertThat(faults(draft))
                .containsExactlyInAnyOrder(
                        "/category unknown",
                        "/taxClass tax-class",
                        "/texts own-language",
                        "/variants/0/sku missing",
                        "/variants/1/sku characters",
                        "/variants/1/choices twice");
    }

    @Test
    void givesOneSpellingToWhatLooksTheSame() {
        var draft = DraftCheck.normalized(cup().tags(List.of(" Gift", "gift", ""))
                .variants(List.of(variant("  CUP-e\u0301 ", Map.of())))
                .build());

        assertThat(draft.variants().get(0).sku()).isEqualTo("CUP-\u00e9");
        assertThat(draft.tags()).containsExactly("gift");
    }

    @Test
    void knowsGtinsByTheirCheckDigit() {
        assertThat(List.of("4006381333931", "96385074", "036000291452", "10614141000415"))
                .allMatch(VariantCheck::isGtin);
        assertThat(List.of("4006381333932", "96385075", "12345", "400638133393a", "４００６３８１３３３９３１", "000"))
                .noneMatch(VariantCheck::isGtin);
    }

    @Test
    void wantsOneChoiceOfEachOption() {
        var draft = cup().options(List.of(size()))
                .variants(List.of(
                        variant("S", Map.of("size", "s")),
                        variant("S2", Map.of("size", "s")),
                        variant("X", Map.of("size", "xl")),
                        variant("N", Map.of()),
                        variant("C", Map.of("size", "m", "color", "red"))))
                .build();

        assertThat(faults(draft))
                .containsExactly(
                        "/variants/1/choices twice",
                        "/variants/2/choices choices",
                        "/variants/3/choices choices",
                        "/variants/4/choices choices");
    }

    @Test
    void wantsTheValueThatTheAttributesKindAsksFor() {
        var draft = cup().attributes(List.of(
                        choice("material", "stone"),
                        choice("height", "tall"),
                        number("height", "12", null),
                        choice("color", "red")))
                .build();

        assertThat(faults(draft))
                .containsExactly(
                        "/attributes/0/choice choice",
                        "/attributes/1 kind-number",
                        "/attributes/2/attribute twice",
                        "/attributes/3/attribute unknown");
        assertThat(faults(
                        cup().attributes(List.of(number("height", "12", "in"))).build()))
                .containsExactly("/attributes/0/unit unit");
        assertThat(faults(cup().attributes(List.of(number("height", "1e400", null)))
                        .build()))
                .containsExactly("/attributes/0/number number");
        assertThat(faults(cup().attributes(List.of(number("height", "1e-2000000000", null)))
                        .build()))
                .containsExactly("/attributes/0/number number");
    }

    @Test
    void wantsRequiredAttributesOnlyOfWhatIsShown() {
        var ofType = new LinkedHashMap<>(Map.of("material", true));
        var words = words(ofType, Set.of());
        var draft = cup().build();

        assertThat(DraftCheck.faults(draft, words, STAFF, false)).isEmpty();
        assertThat(DraftCheck.faults(draft, words, STAFF, true))
                .extracting(Fault::code)
                .containsExactly("required");
        assertThat(DraftCheck.faults(
                        cup().attributes(List.of(number("height", "1", null))).build(), words, STAFF, false))
                .extracting(Fault::code)
                .containsExactly("not-of-type");
    }

    @Test
    void letsASellerOfferInItsOwnNameOnly() {
        var other = new Offer(new SellerId(Ids.next()), TERMS);
        var draft = cup().variants(List.of(offered(other))).build();

        assertThat(DraftCheck.faults(draft, words(null, Set.of()), SELLER, false))
                .extracting(Fault::pointer)
                .containsExactly("/variants/0/offers/0/seller");
        assertThat(DraftCheck.faults(draft, words(null, Set.of()), STAFF, false))
                .isEmpty();
        assertThat(DraftCheck.faults(
                        cup().variants(List.of(offered(new Offer(null, TERMS)))).build(),
                        words(null, Set.of()),
                        STAFF,
                        false))
                .extracting(Fault::code)
                .containsExactly("missing");
    }

    @Test
    void wantsASaleToBeLowerAndToEnd() {
        var from = Instant.parse("2026-11-27T00:00:00Z");
        var terms = new OfferTerms(
                Money.of("20.00", "EUR"),
                Money.of("20.00", "EUR"),
                new OfferTerms.Sale(Money.of("20.00", "EUR"), from, from),
                99,
                true);
        var faults = new Faults();

        OfferCheck.check(terms, "", Currency.getInstance("EUR"), faults);

        assertThat(faults.found())
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactly(
                        "/listPrice list-not-higher",
                        "/sale/price sale-not-lower",
                        "/sale/until ends-before-it-begins",
                        "/handlingDays range");
    }

    @Test
    void refusesForeignCurrenciesAndNothing() {
        var faults = new Faults();
        OfferCheck.check(
                new OfferTerms(Money.of("5", "USD"), Money.of("0", "EUR"), null, 0, true),
                "",
                Currency.getInstance("EUR"),
                faults);

        assertThat(faults.found()).extracting(Fault::code).containsExactly("currency", "amount");
    }

    @Test
    void refusesSkusThatOthersHave() {
        assertThat(DraftCheck.faults(cup().build(), words(null, Set.of("CUP")), SELLER, false))
                .extracting(Fault::code)
                .containsExactly("sku-taken");
    }

    @Test
    void makesAddressesOfTitlesInAnyScript() {
        assertThat(SlugMaker.of("Crème brûlée «Léa»", slug -> false)).isEqualTo("creme-brulee-lea");
        assertThat(SlugMaker.of("東京の茶碗", slug -> false)).matches("[a-z0-9-]+");
        assertThat(SlugMaker.of("!!!", slug -> false)).isEqualTo("product");
        assertThat(SlugMaker.of("Cup", Set.of("cup", "cup-2")::contains)).isEqualTo("cup-3");
    }

    private static List<String> faults(ProductDraft draft) {
        return DraftCheck.faults(
                        DraftCheck.normalized(draft),
                        words(null, Set.of(), !draft.category().equals("nowhere")),
                        SELLER,
                        false)
                .stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private static DraftFixture cup() {
        return new DraftFixture();
    }

    private static Vocabulary words(Map<String, Boolean> ofType, Set<String> taken) {
        return words(ofType, taken, true);
    }

    private static Vocabulary words(Map<String, Boolean> ofType, Set<String> taken, boolean categoryKnown) {
        var attributes = Map.of(
                "material", new Vocabulary.Attribute(Ids.next(), "CHOICE", null, Set.of("clay")),
                "height", new Vocabulary.Attribute(Ids.next(), "NUMBER", "cm", Set.of()));
        return new Vocabulary(
                Set.of("en", "de"),
                "en",
                Currency.getInstance("EUR"),
                categoryKnown ? Ids.next() : null,
                null,
                null,
                attributes,
                ofType,
                taken,
                false,
                Set.of());
    }

    private static Variant variant(String sku, Map<String, String> choices) {
        return new Variant(null, sku, null, choices, 0, null, null);
    }

    private static Variant offered(Offer offer) {
        return new Variant(null, "CUP", null, Map.of(), 0, null, List.of(offer));
    }

    private static Option size() {
        return new Option(
                "size",
                Map.of("en", "Size"),
                List.of(new Choice("s", Map.of("en", "S"), null), new Choice("m", Map.of("en", "M"), null)));
    }

    private static Value choice(String attribute, String code) {
        return new Value(attribute, code, null, null, null, null, null);
    }

    private static Value number(String attribute, String number, String unit) {
        return new Value(attribute, null, null, new BigDecimal(number), unit, null, null);
    }
}
