package dev.galleria.inventory.web;

import dev.galleria.inventory.SendRule;
import dev.galleria.inventory.SendRule.Aim;
import dev.galleria.inventory.Wanted;
import dev.galleria.inventory.Warehouse;
import dev.galleria.inventory.Warehouses;
import dev.galleria.platform.Problem;
import dev.galleria.platform.web.Countries;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places that goods are sent from, and what decides between them. */
@Named
@ViewScoped
public class OfficeWarehousesView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Warehouses warehouses;

    @Inject
    OfficeGoods goods;

    @Inject
    OfficeTexts texts;

    @Inject
    Visit visit;

    @Inject
    Tenancy tenancy;

    private String open = "";
    private String code = "";
    private String name = "";
    private String street = "";
    private String postalCode = "";
    private String city = "";
    private String country = "";
    private String priority = "10";
    private boolean active = true;
    private String first = "";
    private String second = "";
    private String third = "";
    private String lines = "";
    private String destination = "";
    private transient Warehouses.@Nullable SendPlan plan;

    public void load() {
        var ranking = warehouses.rule().ranking();
        first = ranking.get(0).name();
        second = ranking.get(1).name();
        third = ranking.get(2).name();
        country = tenancy.current().country();
        warehouses.find(goods.editor(), open).ifPresent(this::fill);
    }

    private void fill(Warehouse one) {
        code = one.code();
        name = one.name();
        street = one.street();
        postalCode = one.postalCode();
        city = one.city();
        country = one.country();
        priority = Integer.toString(one.priority());
        active = one.active();
    }

    public List<Warehouse> getRows() {
        return warehouses.list(goods.editor());
    }

    /** Whether the asking person may change it. */
    public boolean mine(Warehouse one) {
        var seller = goods.editor().seller();
        return seller == null || seller.equals(one.seller());
    }

    /** Whether an existing one is being changed. */
    public boolean isChanging() {
        return Optional.of(open)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> warehouses.find(goods.editor(), text))
                .filter(this::mine)
                .isPresent();
    }

    public boolean isForStaff() {
        return goods.editor().seller() == null;
    }

    public List<Countries.Choice> getCountries() {
        return Countries.of(List.of(Locale.getISOCountries()), visit.locale());
    }

    public String countryName(String one) {
        return Countries.name(one, visit.locale());
    }

    public Aim[] getAims() {
        return Aim.values();
    }

    public void save() {
        goods.attempt(
                () -> {
                    var warehouse = new Warehouse(
                            isChanging() ? open : code.strip().toLowerCase(Locale.ROOT),
                            null,
                            name,
                            street,
                            postalCode,
                            city,
                            country,
                            number(priority),
                            active);
                    if (isChanging()) {
                        warehouses.change(goods.editor(), warehouse);
                    } else {
                        warehouses.open(goods.editor(), warehouse);
                    }
                },
                "stock.saved");
    }

    public void saveRule() {
        goods.attempt(
                () -> {
                    var ranking = Stream.of(first, second, third)
                            .distinct()
                            .map(Aim::valueOf)
                            .toList();
                    if (ranking.size() != Aim.values().length) {
                        throw Problem.refused("inventory/ranking", ranking);
                    }
                    warehouses.rule(goods.editor(), new SendRule(ranking));
                },
                "stock.saved");
    }

    /** Shows how that would be sent. */
    public void tryOut() {
        plan = null;
        goods.attempt(
                () -> {
                    var wanted = new ArrayList<Wanted>();
                    goods.lines(lines)
                            .forEach(line -> wanted.add(new Wanted(wanted.size() + 1, line.offer(), line.units())));
                    if (wanted.isEmpty()) {
                        throw Problem.refused("inventory/lines", 0);
                    }
                    plan = warehouses.tryOut(wanted, destination.isEmpty() ? null : destination);
                },
                "");
    }

    public Warehouses.@Nullable SendPlan getPlan() {
        return plan;
    }

    /** What was reached of each aim, the most important first. */
    public List<String> getReasons() {
        var reasons = new ArrayList<String>();
        var shown = plan;
        if (shown != null) {
            for (int i = 0; i < shown.scores().size(); i++) {
                reasons.add(texts.format(
                        "stock.why." + shown.ranking().get(i), shown.scores().get(i)));
            }
        }
        return reasons;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    private static int number(String text) {
        if (!text.strip().matches("[0-9]{1,4}")) {
            throw Problem.refused("inventory/warehouse-priority", text);
        }
        return Integer.parseInt(text.strip());
    }

    public String getOpen() {
        return open;
    }

    public void setOpen(@Nullable String open) {
        this.open = open == null ? "" : open;
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getStreet() {
        return street;
    }

    public void setStreet(@Nullable String street) {
        this.street = street == null ? "" : street;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(@Nullable String postalCode) {
        this.postalCode = postalCode == null ? "" : postalCode;
    }

    public String getCity() {
        return city;
    }

    public void setCity(@Nullable String city) {
        this.city = city == null ? "" : city;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country == null ? "" : country;
    }

    public String getPriority() {
        return priority;
    }

    public void setPriority(@Nullable String priority) {
        this.priority = priority == null ? "" : priority;
    }

    public String getFirst() {
        return first;
    }

    public void setFirst(@Nullable String first) {
        this.first = first == null ? "" : first;
    }

    public String getSecond() {
        return second;
    }

    public void setSecond(@Nullable String second) {
        this.second = second == null ? "" : second;
    }

    public String getThird() {
        return third;
    }

    public void setThird(@Nullable String third) {
        this.third = third == null ? "" : third;
    }

    public String getLines() {
        return lines;
    }

    public void setLines(@Nullable String lines) {
        this.lines = lines == null ? "" : lines;
    }

    public String getDestination() {
        return destination;
    }

    public void setDestination(@Nullable String destination) {
        this.destination = destination == null ? "" : destination;
    }
}
