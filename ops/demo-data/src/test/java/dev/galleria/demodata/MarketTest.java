package dev.galleria.demodata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the committed files back and holds them to what {@code tenants/README.md} promises. */
class MarketTest {
    private static final Path TENANTS = Path.of("..", "..", "tenants");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<NamedCsvRecord> rows(String slug, String file) {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(TENANTS.resolve(slug).resolve(file))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> distinct(List<NamedCsvRecord> rows, String field) {
        Set<String> values = rows.stream().map(r -> r.getField(field)).collect(Collectors.toSet());
        assertThat(values).hasSameSizeAs(rows);
        return values;
    }

    private static String offerOf(NamedCsvRecord row) {
        return row.getField("sku") + " " + row.getField("seller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atelier", "gearhub", "greenmarket"})
    void writesTheCommittedFilesAgain(String slug, @TempDir Path directory) throws IOException {
        new TenantFiles(Market.of(TENANTS.resolve(slug)), directory).write();

        for (String file : List.of(
                "categories.csv",
                "brands.csv",
                "sellers.csv",
                "products.csv",
                "variants.csv",
                "offers.csv",
                "customers.csv",
                "orders.csv",
                "order_lines.csv")) {
            assertThat(Files.mismatch(
                            directory.resolve(file), TENANTS.resolve(slug).resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"atelier", "gearhub", "greenmarket"})
    void keepsItsPromisesInNumbers(String slug) {
        assertThat(rows(slug, "products.csv")).hasSizeGreaterThanOrEqualTo(1_500);
        assertThat(rows(slug, "variants.csv")).hasSizeBetween(2_400, 4_500);
        assertThat(rows(slug, "brands.csv")).hasSizeBetween(20, 40);
        assertThat(rows(slug, "sellers.csv")).hasSizeGreaterThanOrEqualTo(slug.equals("greenmarket") ? 14 : 6);
        assertThat(rows(slug, "customers.csv")).hasSize(CustomerMaker.COUNT);
        assertThat(rows(slug, "orders.csv")).hasSize(OrderMaker.COUNT);
        List<NamedCsvRecord> offers = rows(slug, "offers.csv");
        long shared = offers.size()
                - offers.stream().map(o -> o.getField("sku")).distinct().count();
        assertThat(shared).isGreaterThan(200);
        long reduced = offers.stream()
                .filter(o -> !o.getField("list_price").isEmpty()
                        || !o.getField("sale_price").isEmpty())
                .count();
        assertThat(reduced * 100 / offers.size()).isBetween(22L, 40L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"atelier", "gearhub", "greenmarket"})
    void describesEveryProductInEveryLocale(String slug) throws IOException {
        TenantSettings settings = TenantSettings.read(TENANTS.resolve(slug));
        Set<String> brands = distinct(rows(slug, "brands.csv"), "slug");
        Set<String> parents = new HashSet<>();
        List<NamedCsvRecord> categories = rows(slug, "categories.csv");
        Set<String> slugs = distinct(categories, "slug");
        categories.forEach(c -> parents.add(c.getField("parent")));
        List<NamedCsvRecord> products = rows(slug, "products.csv");
        distinct(products, "handle");
        for (NamedCsvRecord product : products) {
            assertThat(product.getField("handle")).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(slugs).contains(product.getField("category"));
            assertThat(parents).doesNotContain(product.getField("category"));
            assertThat(brands).contains(product.getField("brand"));
            for (String locale : settings.locales()) {
                assertThat(product.getField("title_" + locale)).isNotBlank().doesNotContain("{");
                assertThat(product.getField("description_" + locale))
                        .hasSizeBetween(60, 420)
                        .doesNotContain("{");
            }
            int count = Integer.parseInt(product.getField("rating_count"));
            assertThat(Integer.parseInt(product.getField("rating_sum"))).isBetween(count, count * 5);
            JsonNode attributes = JSON.readTree(product.getField("attributes"));
            attributes.fieldNames().forEachRemaining(code -> assertThat(settings.attributes())
                    .containsKey(code));
        }
        long leaves = slugs.stream().filter(s -> !parents.contains(s)).count();
        assertThat(leaves).isBetween(55L, 100L);
        assertThat(products.stream().map(p -> p.getField("category")).distinct().count())
                .isEqualTo(leaves);
    }

    @ParameterizedTest
    @ValueSource(strings = {"atelier", "gearhub", "greenmarket"})
    void numbersEveryVariantValidlyAndOnce(String slug) {
        List<NamedCsvRecord> variants = rows(slug, "variants.csv");
        distinct(variants, "sku");
        distinct(variants, "gtin");
        assertThat(variants).allSatisfy(v -> {
            assertThat(v.getField("sku")).matches("[A-Z0-9]+(-[A-Z0-9]+)*");
            assertThat(EAN13CheckDigit.EAN13_CHECK_DIGIT.isValid(v.getField("gtin")))
                    .isTrue();
            assertThat(Integer.parseInt(v.getField("weight_grams"))).isPositive();
        });
        Set<String> handles = distinct(rows(slug, "products.csv"), "handle");
        assertThat(variants.stream().map(v -> v.getField("handle")).collect(Collectors.toSet()))
                .isEqualTo(handles);
    }

    @ParameterizedTest
    @ValueSource(strings = {"atelier", "gearhub", "greenmarket"})
    void sellsOnlyWhatIsOffered(String slug) {
        Set<String> sellers = distinct(rows(slug, "sellers.csv"), "slug");
        Set<String> skus = distinct(rows(slug, "variants.csv"), "sku");
        List<NamedCsvRecord> offers = rows(slug, "offers.csv");
        Set<String> offered = new HashSet<>();
        for (NamedCsvRecord offer : offers) {
            assertThat(sellers).contains(offer.getField("seller"));
            assertThat(offered.add(offerOf(offer))).isTrue();
            long price = Amounts.minor(offer.getField("price"));
            assertThat(price).isPositive();
            if (!offer.getField("list_price").isEmpty()) {
                assertThat(Amounts.minor(offer.getField("list_price"))).isGreaterThan(price);
            }
            if (!offer.getField("sale_price").isEmpty()) {
                assertThat(Amounts.minor(offer.getField("sale_price"))).isLessThan(price);
            }
        }
        assertThat(offers.stream().map(o -> o.getField("sku")).collect(Collectors.toSet()))
                .isEqualTo(skus);
        Set<String> customers = distinct(rows(slug, "customers.csv"), "email");
        assertThat(customers).contains("shopper@" + slug + ".example");
        List<NamedCsvRecord> orders = rows(slug, "orders.csv");
        Set<String> refs = distinct(orders, "ref");
        assertThat(orders).allSatisfy(o -> assertThat(customers).contains(o.getField("customer")));
        List<NamedCsvRecord> lines = rows(slug, "order_lines.csv");
        assertThat(lines).allSatisfy(l -> assertThat(offered).contains(offerOf(l)));
        assertThat(lines.stream().map(l -> l.getField("ref")).collect(Collectors.toSet()))
                .isEqualTo(refs);
    }
}
