package dev.galleria.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.account.AccountId;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.editing.ProductDraft.Words;
import dev.galleria.harness.ApiClient;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.TenantFixture;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tree at one marketplace is rebuilt while another's stays. */
class DepartmentsIT extends InApplication {
    private static final Editor STAFF = new Editor(new AccountId(Ids.next()), null);

    @Inject
    Tenancy tenancy;

    @Inject
    Departments departments;

    @Inject
    Catalog catalog;

    private Tenant shop;
    private Tenant other;

    @BeforeEach
    void twoMarketplaces() {
        Ready.await();
        shop = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        other = TenantFixture.create(tenancy, TenantFixture.freshSlug());
    }

    @Test
    void keepsOldAddressesThroughMovesAndNewNames() {
        create(shop, null, "Table");
        create(other, null, "Table");
        create(shop, null, "Kitchen");
        var cups = create(shop, "kitchen", "Cups");
        var mugs = create(shop, "cups", "Mugs");

        run(shop, () -> departments.change(STAFF, cups, draft("teacups", "table", "Teacups")));
        run(shop, () -> departments.change(STAFF, mugs, draft(null, "teacups", "Big mugs")));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> ApiClient.of(shop.slug()).get("/c/cups").status() == 301);
        var visitor = ApiClient.of(shop.slug());
        assertThat(visitor.get("/c/cups").headers()).containsEntry("location", "/c/teacups");
        var page = tenancy.call(shop, () -> catalog.category("mugs", Locale.ENGLISH))
                .orElseThrow();
        assertThat(page.title()).isEqualTo("Big mugs");
        assertThat(page.breadcrumb()).extracting("slug").containsExactly("table", "teacups");
        assertThat(ApiClient.of(other.slug()).get("/c/cups").status()).isEqualTo(404);
        assertThat(ApiClient.of(other.slug()).get("/c/table").status()).isEqualTo(200);
    }

    @Test
    void refusesWhatWouldBreakTheTree() {
        var table = create(shop, null, "Table");
        create(shop, "table", "Cups");

        assertThatThrownBy(() -> run(shop, () -> departments.change(STAFF, table, draft(null, "cups", "Table"))))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("catalog/category"));
        assertThatThrownBy(() -> run(shop, () -> departments.delete(STAFF, table)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("catalog/category-in-use"));
        assertThatThrownBy(() -> create(shop, null, "")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> run(shop, () -> departments.create(STAFF, draft("table", null, "Other"))))
                .isInstanceOf(Problem.class);
        var seller = new Editor(new AccountId(Ids.next()), new SellerId(Ids.next()));
        assertThatThrownBy(() -> run(shop, () -> departments.create(seller, draft(null, null, "Mine"))))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThat(List.of(shop.slug(), other.slug())).doesNotHaveDuplicates();
    }

    private CategoryId create(Tenant tenant, String parent, String title) {
        return tenancy.call(tenant, () -> departments.create(STAFF, draft(null, parent, title)));
    }

    private void run(Tenant tenant, Runnable work) {
        tenancy.call(tenant, () -> {
            work.run();
            return null;
        });
    }

    private static CategoryDraft draft(String slug, String parent, String title) {
        return new CategoryDraft(slug, parent, 1, Map.of("en", new Words(title, "")), null);
    }
}
