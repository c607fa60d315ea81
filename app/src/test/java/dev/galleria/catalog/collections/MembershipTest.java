package dev.galleria.catalog.collections;

import static dev.galleria.catalog.collections.Condition.Comparison.AT_LEAST;
import static dev.galleria.catalog.collections.Condition.Comparison.AT_MOST;
import static dev.galleria.catalog.collections.Condition.Comparison.IS;
import static dev.galleria.catalog.collections.Condition.Comparison.IS_NOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.collections.Condition.Comparison;
import dev.galleria.catalog.collections.Condition.Subject;
import dev.galleria.catalog.editing.ProductDraft.Words;
import dev.galleria.platform.Ids;
import dev.galleria.platform.TestDatabase;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statements of membership against a real PostgreSQL; each test's changes are rolled back. */
class MembershipTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final UUID ANNA = Ids.next();
    private static final UUID BERT = Ids.next();
    private static TestDatabase database;

    private final Map<String, UUID> products = new HashMap<>();
    private Handle sql;
    private Membership members;
    private UUID home;
    private UUID kitchen;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void begin() {
        sql = database.jdbi().open().begin();
        members = new Membership(
                sql,
                EUR,
                slug -> Optional.ofNullable(Map.of("anna", ANNA, "bert", BERT).get(slug)));
        home = category("home", null);
        kitchen = category("kitchen", home);
        product("cup", "lindholt", kitchen, 1_250, null, true, 3, ANNA, "gift", "clay");
        product("bowl", "ostwerk", kitchen, 4_000, 5_000L, true, 40, BERT, "clay");
        product("lamp", null, home, 9_900, null, false, 400, ANNA);
    }

    @AfterEach
    void end() {
        sql.rollback();
        sql.close();
    }

    @Test
    void eachSubjectFindsWhatItNames() {
        assertThat(found(Subject.BRAND, IS, "lindholt", "nobody")).containsExactly("cup");
        assertThat(found(Subject.BRAND, IS_NOT, "lindholt")).containsExactlyInAnyOrder("bowl", "lamp");
        assertThat(found(Subject.TAG, IS, "gift", "clay")).containsExactlyInAnyOrder("cup", "bowl");
        assertThat(found(Subject.TAG, IS_NOT, "gift")).containsExactlyInAnyOrder("bowl", "lamp");
        assertThat(found(Subject.CATEGORY, IS, "home")).containsExactlyInAnyOrder("cup", "bowl", "lamp");
        assertThat(found(Subject.CATEGORY, IS, "kitchen")).containsExactlyInAnyOrder("cup", "bowl");
        assertThat(found(Subject.CATEGORY, IS_NOT, "kitchen", "gone")).containsExactly("lamp");
        assertThat(found(Subject.SELLER, IS, "bert")).containsExactly("bowl");
        assertThat(found(Subject.SELLER, IS_NOT, "gone")).hasSize(3);
        assertThat(found(Subject.PRICE, AT_LEAST, "40")).containsExactlyInAnyOrder("bowl", "lamp");
        assertThat(found(Subject.PRICE, AT_MOST, "39.99")).containsExactly("cup");
        assertThat(found(Subject.PRICE, AT_MOST, "40")).containsExactlyInAnyOrder("cup", "bowl");
        assertThat(found(Subject.AGE, AT_MOST, "30")).containsExactly("cup");
        assertThat(found(Subject.AGE, AT_LEAST, "100")).containsExactly("lamp");
        assertThat(found(Subject.STOCK, IS)).containsExactlyInAnyOrder("cup", "bowl");
        assertThat(found(Subject.STOCK, IS_NOT)).containsExactly("lamp");
        assertThat(found(Subject.SALE, IS)).containsExactly("bowl");
    }

    @Test
    void aProductTypeIsFoundByItsCode() {
        var type = Ids.next();
        sql.execute("INSERT INTO product_type (id, code, labels) VALUES (?, 'vessel', '{}')", type);
        sql.execute("UPDATE product SET type_id = ? WHERE id = ?", type, products.get("cup"));

        assertThat(found(Subject.TYPE, IS, "vessel")).containsExactly("cup");
        assertThat(found(Subject.TYPE, IS_NOT, "vessel")).containsExactlyInAnyOrder("bowl", "lamp");
    }

    @Test
    void allOrAnyConditionsMustHold() {
        var stocked = new Condition(Subject.STOCK, IS, List.of());
        var dear = new Condition(Subject.PRICE, AT_LEAST, List.of("30"));

        assertThat(found(new Rule(Rule.Match.ALL, List.of(stocked, dear)))).containsExactly("bowl");
        assertThat(found(new Rule(Rule.Match.ANY, List.of(stocked, dear)))).hasSize(3);
    }

    @Test
    void productsComeAndGoAsTheyChange() {
        var cheap = collection(rule(Subject.PRICE, AT_MOST, "15"));
        members.refill(cheap);
        assertThat(in(cheap)).containsExactly("cup");

        sql.execute("UPDATE product_summary SET price_minor = 1000 WHERE slug IN ('bowl', 'lamp')");
        assertThat(members.follow(ids("bowl"))).containsExactly(products.get("bowl"));
        assertThat(in(cheap)).as("only the product that was told of").containsExactlyInAnyOrder("cup", "bowl");

        sql.execute("DELETE FROM product_summary WHERE slug = 'cup'");
        assertThat(members.follow(ids("cup", "bowl"))).containsExactly(products.get("cup"));
        assertThat(in(cheap)).containsExactly("bowl");
        assertThat(members.follow(ids("cup", "bowl")))
                .as("repeating changes nothing")
                .isEmpty();
    }

    @Test
    void followingAndRefillingAgree() {
        var any = collection(new Rule(
                Rule.Match.ANY,
                List.of(
                        new Condition(Subject.TAG, IS, List.of("gift")),
                        new Condition(Subject.AGE, AT_LEAST, List.of("300")))));

        assertThat(members.follow(ids("cup", "bowl", "lamp"))).hasSize(2);
        assertThat(members.refill(any)).isEmpty();
        assertThat(in(any)).containsExactlyInAnyOrder("cup", "lamp");
    }

    @Test
    void aPickedCollectionKeepsItsOrderAndIsNotRefilled() {
        var picked = collection(null);
        assertThat(members.pick(picked, ids("lamp", "cup"))).hasSize(2);
        assertThat(members.pick(picked, ids("cup", "lamp", "bowl"))).hasSize(3);
        assertThat(members.pick(picked, ids("cup", "lamp", "bowl"))).isEmpty();
        assertThat(members.refill(picked)).isEmpty();
        members.follow(ids("cup", "lamp", "bowl"));

        assertThat(sql.createQuery(
                                "SELECT product_id FROM collection_product WHERE collection_id = ? ORDER BY position")
                        .bind(0, picked)
                        .mapTo(UUID.class)
                        .list())
                .containsExactly(products.get("cup"), products.get("lamp"), products.get("bowl"));
    }

    @Test
    void onlyWhatShoppersSeeIsCounted() {
        var picked = collection(null);
        members.pick(picked, ids("lamp", "cup"));
        assertThat(members.recountDue()).isTrue();
        assertThat(count(picked)).isEqualTo(2);

        sql.execute("DELETE FROM product_summary WHERE slug IN ('lamp', 'cup')");
        members.follow(ids("lamp", "cup"));
        assertThat(members.recountDue()).isTrue();
        assertThat(count(picked)).isZero();
        assertThat(members.recountDue()).isFalse();
    }

    private Set<String> found(Subject subject, Comparison comparison, String... values) {
        return found(rule(subject, comparison, values));
    }

    private Set<String> found(Rule rule) {
        var collection = collection(rule);
        members.refill(collection);
        return in(collection);
    }

    private static Rule rule(Subject subject, Comparison comparison, String... values) {
        return new Rule(Rule.Match.ALL, List.of(new Condition(subject, comparison, List.of(values))));
    }

    private UUID collection(Rule rule) {
        var id = Ids.next();
        var draft = new CollectionDraft(
                null,
                true,
                1,
                Map.of("en", new Words("Title", "")),
                ListingQuery.Sort.NEWEST,
                rule,
                rule == null ? List.of() : null);
        new CollectionStore(sql).write(id, null, "c-" + id, draft, Instant.EPOCH);
        return id;
    }

    private Set<String> in(UUID collection) {
        return sql
                .createQuery("SELECT product_id FROM collection_product WHERE collection_id = ?")
                .bind(0, collection)
                .mapTo(UUID.class)
                .list()
                .stream()
                .map(id -> products.entrySet().stream()
                        .filter(one -> one.getValue().equals(id))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow())
                .collect(Collectors.toSet());
    }

    private int count(UUID collection) {
        return sql.createQuery("SELECT products FROM collection WHERE id = ?")
                .bind(0, collection)
                .mapTo(int.class)
                .one();
    }

    private List<ProductId> ids(String... slugs) {
        return List.of(slugs).stream()
                .map(slug -> new ProductId(products.get(slug)))
                .toList();
    }

    private UUID category(String slug, UUID parent) {
        var id = Ids.next();
        sql.execute(
                "INSERT INTO category (id, parent_id, slug, position, path) VALUES (?, ?, ?, 1, ?)",
                id,
                parent,
                slug,
                parent == null ? new UUID[] {id} : new UUID[] {parent, id});
        return id;
    }

    private void product(
            String slug,
            String brand,
            UUID category,
            long price,
            Long list,
            boolean inStock,
            int days,
            UUID seller,
            String... tags) {
        var id = Ids.next();
        products.put(slug, id);
        sql.execute(
                "INSERT INTO product (id, slug, category_id, tax_class, state, published_at) VALUES (?, ?, ?, 'standard', 'ACTIVE', now())",
                id,
                slug,
                category);
        sql.createUpdate(
                        """
                        INSERT INTO product_summary (product_id, slug, titles, descriptions, brand_slug, category_path, price_minor,
                               list_minor, price_varies, seller_id, seller_name, seller_count, seller_ids, variant_id, offer_id,
                               variant_count, rating, rating_count, in_stock, tags, skus, published_at)
                        SELECT :id, :slug, '{}', '{}', CAST(:brand AS text), c.path, :price, CAST(:list AS bigint), false, :seller, 'x',
                               1, ARRAY[:seller], :id, :id, 1, 0, 0, :stock, :tags, '', now() - make_interval(days => :days)
                          FROM category c WHERE c.id = :category""")
                .bind("id", id)
                .bind("slug", slug)
                .bind("brand", brand)
                .bind("price", price)
                .bind("list", list)
                .bind("seller", seller)
                .bind("stock", inStock)
                .bind("days", days)
                .bind("category", category)
                .bindArray("tags", String.class, List.of(tags))
                .execute();
    }
}
