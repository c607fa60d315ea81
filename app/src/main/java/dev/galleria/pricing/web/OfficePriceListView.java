package dev.galleria.pricing.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.account.CustomerGroup;
import dev.galleria.account.GroupId;
import dev.galleria.account.Groups;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferedItem;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Problem;
import dev.galleria.pricing.lists.ListSaved;
import dev.galleria.pricing.lists.PriceEntry;
import dev.galleria.pricing.lists.PriceListDraft;
import dev.galleria.pricing.lists.PriceListId;
import dev.galleria.pricing.lists.PriceLists;
import dev.galleria.pricing.lists.Tier;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** A price list while it is written, and its entries by offer. Times are UTC. */
@Named
@ViewScoped
public class OfficePriceListView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    @Inject
    PriceLists lists;

    @Inject
    Groups groups;

    @Inject
    Catalog catalog;

    @Inject
    CurrentAccount current;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    OfficeTexts texts;

    private String id = NEW;
    private boolean loaded;
    private @Nullable Long version;
    private String name = "";
    private String group = "";
    private String starts = "";
    private String ends = "";
    private String currency = "";
    private int priority;
    private BigDecimal percentOff = BigDecimal.ZERO;
    private boolean active = true;
    private String sku = "";
    private String tiers = "";
    private final Entries entries = new Entries();

    /** An entry in words. */
    public record Row(String offer, String title, String sku, String seller, String general, String steps) {}

    /** One page of entries at a time. */
    private final class Entries extends LazyDataModel<Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return lists.entries(editor(), list(), 0, 1).total();
        }

        @Override
        public List<Row> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
            var page = lists.entries(editor(), list(), first, size);
            setRowCount(page.total());
            return rows(page.items());
        }
    }

    /** An unknown list is a Problem (NOT_FOUND), a seller a Problem (FORBIDDEN). */
    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        lists.list(editor());
        if (id.equals(NEW)) {
            return;
        }
        var known = lists.read(editor(), list());
        var content = known.content();
        version = known.version();
        name = content.name();
        group = content.group() == null ? "" : content.group().toString();
        currency = content.currency();
        starts = written(content.startsAt());
        ends = written(content.endsAt());
        priority = content.priority();
        percentOff = BigDecimal.valueOf(content.percentOff(), 2);
        active = content.active();
    }

    public void save() {
        Instant from;
        Instant until;
        try {
            from = moment(starts);
            until = moment(ends);
        } catch (DateTimeParseException e) {
            message(texts.get("lists.when"));
            return;
        }
        var draft = new PriceListDraft(
                name,
                Ids.parse(group).map(GroupId::new).orElse(null),
                getCurrency(),
                from,
                until,
                priority,
                hundredths(),
                active);
        var answer = id.equals(NEW) ? lists.create(editor(), draft) : lists.change(editor(), list(), version, draft);
        if (answer instanceof ListSaved.Done done) {
            Faces.redirect("/backoffice/price-lists/%s?saved=1", done.list());
        } else if (answer instanceof ListSaved.Invalid invalid) {
            invalid.faults().forEach(this::show);
        }
    }

    public void delete() {
        lists.delete(editor(), list(), null);
        Faces.redirect("/backoffice/price-lists");
    }

    /** Puts every seller's offer of the SKU into the list, at the prices that were typed. */
    public void add() {
        var offers = lists.offersOf(editor(), sku.strip());
        if (offers.isEmpty()) {
            message(texts.get("lists.noOffer"));
            return;
        }
        var steps = steps();
        if (steps.isEmpty()) {
            message(texts.get("lists.tiersForm"));
            return;
        }
        for (var offer : offers) {
            var faults = lists.put(editor(), list(), new PriceEntry(offer, steps.get()));
            if (!faults.isEmpty()) {
                faults.forEach(this::show);
                return;
            }
        }
        version = lists.read(editor(), list()).version();
        sku = "";
        tiers = "";
    }

    public void remove(String offer) {
        lists.remove(editor(), list(), new OfferId(UUID.fromString(offer)));
        version = lists.read(editor(), list()).version();
    }

    /** "1: 39.00, 10: 35.00"; a price alone is from the first piece on. Empty for anything else. */
    private Optional<List<Tier>> steps() {
        var found = new ArrayList<Tier>();
        try {
            for (var part : tiers.split("[,;]")) {
                var pair = part.strip().split(":");
                if (pair.length > 2) {
                    return Optional.empty();
                }
                var money = Money.of(pair[pair.length - 1].strip(), getCurrency());
                found.add(new Tier(pair.length == 2 ? Integer.parseInt(pair[0].strip()) : 1, money.minorUnits()));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
        return Optional.of(found);
    }

    private List<Row> rows(List<PriceEntry> found) {
        Map<OfferId, OfferedItem> offered =
                catalog.offered(found.stream().map(PriceEntry::offer).toList(), visit.locale());
        return found.stream()
                .map(entry -> {
                    var item = offered.get(entry.offer());
                    var steps = entry.tiers().stream()
                            .map(tier -> tier.minQuantity() + ": " + money(tier))
                            .collect(Collectors.joining(", "));
                    return item == null
                            ? new Row(entry.offer().toString(), texts.get("lists.goneOffer"), "", "", "", steps)
                            : new Row(
                                    entry.offer().toString(),
                                    item.title(),
                                    item.sku(),
                                    item.sellerName(),
                                    MoneyText.of(item.price(), visit.locale()),
                                    steps);
                })
                .toList();
    }

    private String money(Tier tier) {
        return MoneyText.of(Money.ofMinor(tier.priceMinor(), getCurrency()), visit.locale());
    }

    private int hundredths() {
        try {
            return percentOff.movePointRight(2).intValueExact();
        } catch (ArithmeticException e) {
            return -1; // out of range, which the list refuses
        }
    }

    private static String written(@Nullable Instant instant) {
        return instant == null
                ? ""
                : instant.atZone(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }

    private static @Nullable Instant moment(String text) {
        return text.isBlank() ? null : LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
    }

    private void show(Fault fault) {
        message(texts.format(fault.key(), fault.values().toArray()));
    }

    private static void message(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private Editor editor() {
        return Editor.of(current.require());
    }

    private PriceListId list() {
        return Ids.parse(id)
                .map(PriceListId::new)
                .orElseThrow(() -> Problem.notFound("pricing/unknown-list", "not an id"));
    }

    public List<CustomerGroup> getGroups() {
        return groups.list();
    }

    public LazyDataModel<Row> getEntries() {
        return entries;
    }

    public boolean isFresh() {
        return id.equals(NEW);
    }

    public String getHeading() {
        return name.isBlank() ? texts.get("lists.new") : name;
    }

    /** The list's own; a new one's is the marketplace's until another is chosen. */
    public String getCurrency() {
        return currency.isEmpty() ? tenancy.current().currency().getCurrencyCode() : currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency == null ? "" : currency;
    }

    /** What a list can be in: a currency that is no longer sold in stays until it is changed. */
    public List<String> getCurrencies() {
        var tenant = tenancy.current();
        var own = tenant.currency().getCurrencyCode();
        var others = tenant.exchanges().stream().map(exchange -> exchange.to().getCurrencyCode());
        return Stream.of(Stream.of(own), others, Stream.of(getCurrency()))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null || id.isEmpty() ? NEW : id;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(@Nullable String group) {
        this.group = group == null ? "" : group;
    }

    public String getStarts() {
        return starts;
    }

    public void setStarts(@Nullable String starts) {
        this.starts = starts == null ? "" : starts;
    }

    public String getEnds() {
        return ends;
    }

    public void setEnds(@Nullable String ends) {
        this.ends = ends == null ? "" : ends;
    }

    public int getPriority() {
        return priority;
    }

    public void setPriority(int priority) {
        this.priority = priority;
    }

    public BigDecimal getPercentOff() {
        return percentOff;
    }

    public void setPercentOff(@Nullable BigDecimal percentOff) {
        this.percentOff = percentOff == null ? BigDecimal.ZERO : percentOff;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(@Nullable String sku) {
        this.sku = sku == null ? "" : sku;
    }

    public String getTiers() {
        return tiers;
    }

    public void setTiers(@Nullable String tiers) {
        this.tiers = tiers == null ? "" : tiers;
    }
}
