package dev.galleria.order.web;

import dev.galleria.order.OrderFilter;
import dev.galleria.order.OrderState;
import dev.galleria.order.Orders;
import dev.galleria.order.PartOrder;
import dev.galleria.order.SellerOrders;
import dev.galleria.platform.Money;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/** The back office's list of orders, paged, sorted and filtered by the database. */
@Named
@ViewScoped
public class OfficeOrdersView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Map<String, OrderState> STATES = Map.of(
            "to-ship", OrderState.CONFIRMED,
            "shipped", OrderState.SHIPPED,
            "delivered", OrderState.DELIVERED,
            "canceled", OrderState.CANCELED);
    private static final List<String> TABS = List.of("to-ship", "shipped", "delivered", "canceled", "all");

    /** The columns that can be sorted by; anything else a browser sends is ignored. */
    private static final Map<String, PartOrder> COLUMNS = Map.of(
            "placed", PartOrder.PLACED,
            "name", PartOrder.NAME,
            "total", PartOrder.TOTAL,
            "state", PartOrder.STATE);

    @Inject
    Office office;

    @Inject
    SellerOrders parts;

    @Inject
    Orders orders;

    @Inject
    OfficeTexts texts;

    private String tab = "to-ship";
    private String query = "";
    private final Pages rows = new Pages();

    /** A line of the list. */
    public record Row(
            UUID id,
            String number,
            OrderState state,
            String placed,
            String day,
            String name,
            String title,
            int pieces,
            Money total) {
        /** How the state is colored. */
        public String tone() {
            return state == OrderState.CONFIRMED ? "warn" : state == OrderState.CANCELED ? "quiet" : "good";
        }
    }

    /** A view of the list with an address of its own. */
    public record Tab(String label, String address, boolean current) {}

    /** One page at a time. */
    private final class Pages extends LazyDataModel<Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return find(0, 1, PartOrder.PLACED, false).total();
        }

        @Override
        public List<Row> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
            var wish = sorts.values().stream()
                    .filter(sort -> sort.getOrder() != null && sort.getOrder() != SortOrder.UNSORTED)
                    .filter(sort -> sort.getField() != null && COLUMNS.containsKey(sort.getField()))
                    .findFirst();
            int count = Math.min(Math.max(size, 1), 200);
            var found = find(
                    Math.max(first, 0) / count,
                    count,
                    wish.map(sort -> COLUMNS.get(sort.getField())).orElse(PartOrder.PLACED),
                    wish.map(sort -> sort.getOrder().isAscending()).orElse(false));
            setRowCount(found.total());
            return found.rows();
        }
    }

    /** A page of rows and how many there are. */
    private record FoundRows(List<Row> rows, int total) {}

    public LazyDataModel<Row> getRows() {
        return rows;
    }

    /** Whether the view as filtered holds anything. */
    public boolean isVacant() {
        return find(0, 1, PartOrder.PLACED, false).total() == 0;
    }

    public List<Tab> getTabs() {
        var tabs = new ArrayList<Tab>();
        for (var one : TABS) {
            var words = query.isBlank() ? "" : "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            tabs.add(new Tab(texts.get("office.tab." + one), "?state=" + one + words, one.equals(tab)));
        }
        return tabs;
    }

    public boolean isSearched() {
        return !query.isBlank();
    }

    public String getEmptyTitle() {
        return texts.get(isSearched() ? "office.noneFound" : "office.none." + tab);
    }

    public String getTab() {
        return tab;
    }

    public void setTab(@Nullable String tab) {
        this.tab = tab != null && TABS.contains(tab) ? tab : "to-ship";
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        // PostgreSQL compares nothing with a NUL.
        this.query = query == null
                ? ""
                : query.substring(0, Math.min(query.length(), 100)).replace('\0', ' ');
    }

    private FoundRows find(int page, int size, PartOrder order, boolean ascending) {
        var filter = new OrderFilter(STATES.get(tab), query, page, size);
        var seller = office.sellerId();
        if (seller.isPresent()) {
            var found = parts.partsOf(seller.get(), filter, order, ascending);
            return new FoundRows(
                    found.items().stream()
                            .map(part -> new Row(
                                    part.id().value(),
                                    part.number(),
                                    part.state(),
                                    part.placedAt().toString(),
                                    texts.minute(part.placedAt()),
                                    part.name(),
                                    part.title(),
                                    part.pieces(),
                                    part.total()))
                            .toList(),
                    found.total());
        }
        var found = orders.list(filter);
        return new FoundRows(
                found.items().stream()
                        .map(one -> new Row(
                                one.id().value(),
                                one.number(),
                                one.state(),
                                one.placedAt().toString(),
                                texts.minute(one.placedAt()),
                                one.name(),
                                one.title(),
                                one.pieces(),
                                one.total()))
                        .toList(),
                found.total());
    }
}
