package dev.galleria.order.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.account.Accounts;
import dev.galleria.account.Role;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.imports.CatalogImport;
import dev.galleria.catalog.imports.ImportedCategory;
import dev.galleria.harness.ApiClient;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.Receipt;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.seller.NewSeller;
import dev.galleria.seller.Sellers;
import dev.galleria.shipping.Shipping;
import dev.galleria.shipping.ShippingMethod;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.TenantFixture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A marketplace where Anna and Ben sell a cup each and Ada buys. */
@ApplicationScoped
public class BuyingFixture {
    static final String PASSWORD = "a long password";

    @Inject
    Tenancy tenancy;

    @Inject
    Accounts accounts;

    @Inject
    Sellers sellers;

    @Inject
    CatalogImport imports;

    @Inject
    Inventory inventory;

    @Inject
    Shipping shipping;

    Tenant open() {
        var tenant = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        tenancy.run(tenant, () -> {
            imports.categories(
                    List.of(new ImportedCategory("kitchen", null, 1, null, Map.of("en", "Kitchen"), Map.of())));
            shipping.define(List.of(new ShippingMethod(
                    "standard", Map.of("en", "Standard"), Set.of("DE"), Money.of("5", "EUR"), null, 2, 4, 1)));
            inventory.defineWarehouse("main", "Main", "DE", 1);
            for (var name : List.of("anna", "ben")) {
                var seller =
                        sellers.register(new NewSeller(name, name, name + "@example.com", "DE", null, null, Map.of()));
                var account = accounts.create(name + "@example.com", name, PASSWORD, Locale.ENGLISH, Set.of());
                accounts.grant(account, Role.SELLER, seller.id().value());
            }
            for (var buyer : List.of("ada", "eve")) {
                accounts.create(buyer + "@example.com", buyer, PASSWORD, Locale.ENGLISH, Set.of());
            }
        });
        return tenant;
    }

    /** A cup of that seller's on sale, so many in stock; its offer as it stands in the API. */
    String cup(Tenant tenant, String seller, String sku, String price, int pieces) {
        var editor = ApiClient.of(tenant.slug(), seller + "@example.com", PASSWORD);
        var created = editor.post("/api/v1/products", product(sku, price), Map.of());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var variant = created.json().getJsonArray("variants").getJsonObject(0).getString("id");
        var terms =
                Json.createObjectBuilder(price(price)).add("variant", variant).build();
        var offered = editor.post("/api/v1/offers", terms.toString(), Map.of());
        assertThat(offered.status()).as(offered.text()).isEqualTo(201);
        var offer = offered.json().getString("id");
        var id = PublicId.require(offer, OfferId.class, OfferId::new);
        tenancy.run(
                tenant,
                () -> inventory.receive(
                        List.of(new Receipt(id, "main", pieces)), Ids.next().toString(), "test"));
        return offer;
    }

    private static JsonObject price(String amount) {
        return Json.createObjectBuilder()
                .add("price", Json.createObjectBuilder().add("amount", amount).add("currency", "EUR"))
                .build();
    }

    private static String product(String sku, String price) {
        var variant = Json.createObjectBuilder()
                .add("sku", sku)
                .add("offers", Json.createArrayBuilder().add(price(price)));
        return Json.createObjectBuilder()
                .add("state", "ACTIVE")
                .add("category", "kitchen")
                .add(
                        "texts",
                        Json.createObjectBuilder()
                                .add("en", Json.createObjectBuilder().add("title", sku)))
                .add("variants", Json.createArrayBuilder().add(variant))
                .build()
                .toString();
    }
}
