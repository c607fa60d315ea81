package dev.galleria.pricing.web;

import dev.galleria.pricing.promotions.Promotion;
import dev.galleria.pricing.promotions.PromotionTerms;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed to make or change a promotion; numbers as people write them, times in UTC. */
public class PromotionForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name = "";
    private String kind = "PERCENT";
    private String value = "";
    private String buy = "2";
    private String get = "1";
    private String stacking = "COMBINABLE";
    private String position = "0";
    private String minSubtotal = "";
    private String minQuantity = "";
    private String targets = "";
    private String starts = "";
    private String ends = "";
    private String group = "";
    private boolean needsCoupon;

    /** What is typed to get the same again. */
    static PromotionForm of(PromotionTerms terms, Currency own, String targets) {
        int decimals = own.getDefaultFractionDigits();
        var form = new PromotionForm();
        form.name = terms.name();
        form.kind = terms.kind().name();
        form.value = terms.value() == 0 ? "" : text(terms.value(), terms.kind() == Promotion.Kind.FIXED ? decimals : 2);
        form.buy = Integer.toString(terms.buy());
        form.get = Integer.toString(terms.get());
        form.stacking = terms.stacking().name();
        form.position = Integer.toString(terms.position());
        form.minSubtotal = terms.minSubtotal() == 0 ? "" : text(terms.minSubtotal(), decimals);
        form.minQuantity = terms.minQuantity() == 0 ? "" : Integer.toString(terms.minQuantity());
        form.targets = targets;
        form.starts = text(terms.startsAt());
        form.ends = text(terms.endsAt());
        form.group = terms.group() == null ? "" : terms.group().toString();
        form.needsCoupon = terms.needsCoupon();
        return form;
    }

    private static String text(long number, int decimals) {
        return BigDecimal.valueOf(number, decimals).toPlainString();
    }

    private static String text(@Nullable Instant at) {
        return at == null
                ? ""
                : LocalDateTime.ofInstant(at, ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }

    /** What it says; empty if a number or a time cannot be read. */
    Optional<PromotionTerms> terms(Currency own, Set<UUID> goods) {
        try {
            var what = Promotion.Kind.valueOf(kind);
            int decimals = own.getDefaultFractionDigits();
            boolean plain = what == Promotion.Kind.FREE_SHIPPING || what == Promotion.Kind.GIFT;
            return Optional.of(new PromotionTerms(
                    name.strip(),
                    what,
                    plain ? 0 : number(value, what == Promotion.Kind.FIXED ? decimals : 2),
                    what == Promotion.Kind.BUY_GET ? whole(buy) : 0,
                    what == Promotion.Kind.BUY_GET ? whole(get) : 0,
                    Promotion.Stacking.valueOf(stacking),
                    whole(position),
                    number(minSubtotal, decimals),
                    whole(minQuantity),
                    group.isEmpty() ? null : UUID.fromString(group),
                    goods,
                    needsCoupon,
                    moment(starts),
                    moment(ends),
                    true));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long number(String text, int decimals) {
        return text.isBlank()
                ? 0
                : new BigDecimal(text.strip().replace(',', '.'))
                        .movePointRight(decimals)
                        .longValueExact();
    }

    private static int whole(String text) {
        return text.isBlank() ? 0 : Integer.parseInt(text.strip());
    }

    private static @Nullable Instant moment(String text) {
        return text.isBlank() ? null : LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(@Nullable String group) {
        this.group = group == null ? "" : group;
    }

    public boolean isNeedsCoupon() {
        return needsCoupon;
    }

    public void setNeedsCoupon(boolean needsCoupon) {
        this.needsCoupon = needsCoupon;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind == null ? "" : kind;
    }

    public String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = value == null ? "" : value;
    }

    public String getBuy() {
        return buy;
    }

    public void setBuy(@Nullable String buy) {
        this.buy = buy == null ? "" : buy;
    }

    public String getGet() {
        return get;
    }

    public void setGet(@Nullable String get) {
        this.get = get == null ? "" : get;
    }

    public String getStacking() {
        return stacking;
    }

    public void setStacking(@Nullable String stacking) {
        this.stacking = stacking == null ? "" : stacking;
    }

    public String getPosition() {
        return position;
    }

    public void setPosition(@Nullable String position) {
        this.position = position == null ? "" : position;
    }

    public String getMinSubtotal() {
        return minSubtotal;
    }

    public void setMinSubtotal(@Nullable String minSubtotal) {
        this.minSubtotal = minSubtotal == null ? "" : minSubtotal;
    }

    public String getMinQuantity() {
        return minQuantity;
    }

    public void setMinQuantity(@Nullable String minQuantity) {
        this.minQuantity = minQuantity == null ? "" : minQuantity;
    }

    public String getTargets() {
        return targets;
    }

    public void setTargets(@Nullable String targets) {
        this.targets = targets == null ? "" : targets;
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
}
