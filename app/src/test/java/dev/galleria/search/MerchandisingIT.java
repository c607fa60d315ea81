package dev.galleria.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.harness.ApiClient;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.search.merchandising.Edit;
import dev.galleria.search.merchandising.RuleAction;
import dev.galleria.search.merchandising.RuleDraft;
import dev.galleria.search.merchandising.Rules;
import dev.galleria.search.merchandising.SynonymDraft;
import dev.galleria.search.merchandising.Synonyms;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one marketplace adds to its search, while another with words of its own finds as before. */
class MerchandisingIT extends InApplication {
    private static final String PASSWORD = "galleria-demo";

    @Inject
    Search search;

    @Inject
    Index index;

    @Inject
    Synonyms synonyms;

    @Inject
    Rules rules;

    @Inject
    Tenancy tenancy;

    @BeforeEach
    void indexed() {
        Ready.await();
        for (var slug : new String[] {"atelier", "gearhub"}) {
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> tenancy.call(tenant(slug), index::complete));
        }
    }

    @AfterEach
    void clear() {
        for (var slug : new String[] {"atelier", "gearhub"}) {
            tenancy.run(tenant(slug), () -> {
                synonyms.list().forEach(one -> synonyms.remove(one.id(), one.version()));
                rules.list().forEach(one -> rules.remove(one.id(), one.version()));
            });
        }
    }

    @Test
    void synonymsFindInTheirMarketplaceOnly() {
        assertThat(found("atelier", "frockling").listing().total()).isZero();
        tenancy.run(
                tenant("atelier"),
                () -> synonyms.add(new SynonymDraft("en", List.of("frockling", "dress"), List.of())));
        tenancy.run(
                tenant("gearhub"),
                () -> synonyms.add(new SynonymDraft("en", List.of("frockling", "laptop"), List.of())));

        assertThat(found("atelier", "frockling").listing().total())
                .isEqualTo(found("atelier", "dress").listing().total())
                .isPositive();
        assertThat(found("gearhub", "frockling").listing().products())
                .isNotEmpty()
                .allMatch(product -> !ids("atelier", "frockling").contains(product.id()));
        assertThat(tenancy.call(tenant("gearhub"), synonyms::list)).hasSize(1);
    }

    @Test
    void aPinnedProductStandsFirstOnceAndStaffSeesWhy() {
        var before = ids("atelier", "linen");
        int total = found("atelier", "linen").listing().total();
        var last = before.get(before.size() - 1);
        tenancy.run(tenant("atelier"), () -> pin(last));

        var after = ids("atelier", "LINEN ");
        assertThat(after.get(0)).isEqualTo(last);
        assertThat(after).hasSameSizeAs(before).doesNotHaveDuplicates();
        assertThat(found("atelier", "linen").listing().total()).isEqualTo(total);
        var second = tenancy.call(
                tenant("atelier"),
                () -> search.search(SearchQuery.of("linen", ListingQuery.all().withPage(2)), Locale.ENGLISH));
        assertThat(second.listing().products().stream().map(ProductSummary::id).toList())
                .doesNotContain(last);
        var why = tenancy.call(
                tenant("atelier"), () -> search.why(SearchQuery.of("linen", ListingQuery.all()), Locale.ENGLISH));
        assertThat(why.get(0).product()).isEqualTo(last);
        assertThat(why.get(0).rule()).isEqualTo(RuleAction.PIN);
        assertThat(why.stream().map(Reason::product).toList()).isEqualTo(after);
    }

    @Test
    void refusesAnothersProductInARule() {
        var foreign = ids("gearhub", "laptop").get(0);

        var edit = tenancy.call(tenant("atelier"), () -> pin(foreign));

        assertThat(edit).isInstanceOf(Edit.Invalid.class);
    }

    @Test
    void speaksRestWithTagsAndPointers() {
        var owner = ApiClient.of("atelier", "owner@atelier.example", PASSWORD);
        var body = "{\"locale\":\"en\",\"words\":[\"frockling\",\"dress\"]}";
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var created = owner.post("/api/v1/search/synonyms", body, key);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var path = URI.create(created.headers().get("location")).getPath();
        assertThat(owner.post("/api/v1/search/synonyms", body, key).text()).isEqualTo(created.text());

        assertThat(owner.get(path).tag()).isEqualTo(created.tag());
        assertThat(owner.put(path, body, "\"other\"").status()).isEqualTo(412);
        assertThat(owner.send("DELETE", path, null, Map.of()).status()).isEqualTo(428);
        var wrong =
                owner.post("/api/v1/search/synonyms", "{\"locale\":\"xx\",\"words\":[\"a\",\"((\",\"A\"]}", Map.of());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("/locale", "/words/1").doesNotContain("Exception");
        var product = PublicId.of(ids("atelier", "linen").get(0));
        var rule = owner.post(
                "/api/v1/search/rules",
                "{\"query\":\"Linen\",\"product\":\"" + product + "\",\"action\":\"BOOST\",\"points\":40}",
                Map.of());
        assertThat(rule.status()).as(rule.text()).isEqualTo(201);
        assertThat(rule.json().getString("query")).isEqualTo("linen");
        for (var hostile :
                List.of("//evil.example", "javascript:alert(1)", "https://evil.example", "/x\\r\\nSet-Cookie: a=b")) {
            var refused = owner.post(
                    "/api/v1/search/redirects", "{\"query\":\"sale\",\"path\":\"" + hostile + "\"}", Map.of());
            assertThat(refused.status()).as(hostile).isEqualTo(422);
            assertThat(refused.text()).contains("/path");
        }
        var weights = owner.get("/api/v1/search/weights");
        assertThat(owner.put(
                                "/api/v1/search/weights",
                                weights.text().replaceAll("\"text\":\\d+", "\"text\":101"),
                                weights.tag())
                        .text())
                .contains("/text");
        assertThat(owner.put("/api/v1/search/weights", weights.text(), weights.tag())
                        .status())
                .isEqualTo(200);

        assertThat(ApiClient.of("atelier").get("/api/v1/search/synonyms").status())
                .isEqualTo(401);
        assertThat(ApiClient.of("gearhub", "owner@gearhub.example", PASSWORD)
                        .get(path)
                        .status())
                .isEqualTo(404);
        assertThat(owner.delete(path, created.tag()).status()).isEqualTo(204);
    }

    private Edit pin(ProductId product) {
        return rules.add(new RuleDraft("linen", null, product, RuleAction.PIN, 1, null, null, null));
    }

    private List<ProductId> ids(String slug, String words) {
        return found(slug, words).listing().products().stream()
                .map(ProductSummary::id)
                .toList();
    }

    private SearchResult found(String slug, String words) {
        return tenancy.call(
                tenant(slug), () -> search.search(SearchQuery.of(words, ListingQuery.all()), Locale.ENGLISH));
    }

    private Tenant tenant(String slug) {
        return tenancy.findBySlug(slug).orElseThrow();
    }
}
