package dev.galleria.catalog.web.office;

import dev.galleria.catalog.editing.ProductQuery;
import dev.galleria.catalog.editing.ProductState;
import dev.galleria.platform.Ids;
import dev.galleria.seller.SellerId;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the list of products is asked for, as it stands in its address. Whatever cannot be understood filters nothing. */
public final class ProductFilter implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Map<String, ProductState> STATES = Map.of(
            "draft", ProductState.DRAFT,
            "active", ProductState.ACTIVE,
            "archived", ProductState.ARCHIVED);

    private String text = "";
    private String state = "all";
    private String category = "";
    private String seller = "";

    ProductQuery query(boolean staff, ProductQuery.Sort sort, int page, int size) {
        var whose = staff ? Ids.parse(seller).map(SellerId::new).orElse(null) : null;
        return new ProductQuery(
                text.isBlank() ? null : text,
                STATES.get(state),
                category.isBlank() ? null : category,
                null,
                whose,
                sort,
                page,
                size);
    }

    /** Whether there may be products that it leaves out. */
    public boolean isNarrow() {
        return !state.equals("all") || !(text + category + seller).isBlank();
    }

    /** The same list with another state. */
    String address(String other) {
        var address = new StringBuilder("?state=").append(other);
        Map.of("q", text, "category", category, "seller", seller).forEach((name, value) -> {
            if (!value.isBlank()) {
                address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return address.toString();
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = plain(text);
    }

    public String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        var known = state == null ? "" : state.toLowerCase(Locale.ROOT);
        this.state = STATES.containsKey(known) ? known : "all";
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String category) {
        this.category = plain(category);
    }

    public String getSeller() {
        return seller;
    }

    public void setSeller(@Nullable String seller) {
        this.seller = plain(seller);
    }

    /** PostgreSQL compares nothing with a NUL. */
    private static String plain(@Nullable String value) {
        return value == null
                ? ""
                : value.substring(0, Math.min(value.length(), 100)).replace('\0', ' ');
    }
}
