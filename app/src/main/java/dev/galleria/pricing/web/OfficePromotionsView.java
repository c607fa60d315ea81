package dev.galleria.pricing.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.account.Groups;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.pricing.promotions.CouponRow;
import dev.galleria.pricing.promotions.Coupons;
import dev.galleria.pricing.promotions.Promotion;
import dev.galleria.pricing.promotions.PromotionRow;
import dev.galleria.pricing.promotions.Promotions;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Promotions and their coupons in the back office. A seller is a Problem (FORBIDDEN). */
@Named
@ViewScoped
public class OfficePromotionsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Promotions promotions;

    @Inject
    Coupons coupons;

    @Inject
    Groups groups;

    @Inject
    CurrentAccount current;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    OfficeTexts texts;

    private List<Row> rows = List.of();
    private PromotionForm form = new PromotionForm();
    private @Nullable UUID editing;
    private String code = "";
    private @Nullable Integer most;
    private @Nullable Integer each;
    private @Nullable Integer count;

    /** A promotion in words. */
    public record Row(
            String id, String name, String what, String state, boolean active, boolean needsCoupon, String uses)
            implements Serializable {}

    public void load() {
        rows = promotions.list(editor()).stream().map(this::row).toList();
        editing = Optional.ofNullable(Faces.getRequestParameter("edit"))
                .flatMap(Ids::parse)
                .orElse(null);
        if (editing != null) {
            var terms = promotions.get(editor(), editing).terms();
            form = PromotionForm.of(terms, tenancy.current().currency(), promotions.written(terms.targets()));
        }
    }

    private Row row(PromotionRow row) {
        var promotion = row.promotion();
        var own = tenancy.current().currency();
        var value = promotion.kind() == Promotion.Kind.FIXED
                ? MoneyText.of(new Money(promotion.value(), own), visit.locale())
                : BigDecimal.valueOf(promotion.value(), 2).stripTrailingZeros().toPlainString() + " %";
        var what = texts.format("promotions.what." + promotion.kind(), value, promotion.buy(), promotion.get());
        var stacking = texts.get("promotions.stacking." + promotion.stacking());
        return new Row(
                promotion.id().toString(),
                promotion.name(),
                what + " · " + stacking,
                texts.get(row.active() ? "promotions.on" : "promotions.off"),
                row.active(),
                row.needsCoupon(),
                row.needsCoupon() ? texts.format("promotions.uses", row.coupons(), row.uses()) : "");
    }

    public void save() {
        var fault = fault();
        if (fault.isPresent()) {
            say(texts.get("promotions.fault." + fault.get()));
        } else {
            Faces.redirect("/backoffice/promotions?saved=1");
        }
    }

    private Optional<String> fault() {
        var targets = promotions.targets(form.getTargets());
        if (targets.isEmpty()) {
            return Optional.of("targets");
        }
        var terms = form.terms(tenancy.current().currency(), targets.get());
        if (terms.isEmpty()) {
            return Optional.of("number");
        }
        return editing == null
                ? promotions.add(editor(), terms.get())
                : promotions.change(editor(), editing, terms.get());
    }

    public void activate(String id, boolean active) {
        promotions.activate(editor(), UUID.fromString(id), active);
        Faces.redirect("/backoffice/promotions?saved=1");
    }

    /** One code of one's own for the promotion. */
    public void addCode(String id) {
        if (most != null && most < 1
                || each != null && each < 1
                || !coupons.add(editor(), UUID.fromString(id), code, most, each)) {
            say(texts.get("promotions.fault.code"));
        } else {
            Faces.redirect("/backoffice/promotions?saved=1");
        }
    }

    /** Makes many codes for the promotion. */
    public void make(String id) {
        if (coupons.make(editor(), UUID.fromString(id), count == null ? 0 : count)
                .isEmpty()) {
            say(texts.format("promotions.fault.count", Coupons.MOST));
        } else {
            Faces.redirect("/backoffice/promotions?saved=1");
        }
    }

    /** All codes of a promotion as a file. */
    public void download(String id) throws IOException {
        var lines = new StringBuilder("code,uses,max_uses,max_per_customer\n");
        for (CouponRow row : coupons.list(editor(), Ids.parse(id).orElseThrow())) {
            lines.append(row.code()).append(',').append(row.uses());
            lines.append(',').append(row.maxUses() == null ? "" : row.maxUses());
            lines.append(',')
                    .append(row.maxPerCustomer() == null ? "" : row.maxPerCustomer())
                    .append('\n');
        }
        Faces.sendFile(lines.toString().getBytes(StandardCharsets.UTF_8), "coupons.csv", true);
    }

    private static void say(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private Editor editor() {
        return Editor.of(current.require());
    }

    public List<Row> getRows() {
        return rows;
    }

    public PromotionForm getForm() {
        return form;
    }

    public String getOwn() {
        return tenancy.current().currency().getCurrencyCode();
    }

    /** Whether the form changes one that there is. */
    public boolean isEditing() {
        return editing != null;
    }

    public List<SelectItem> getGroups() {
        var items = new ArrayList<SelectItem>();
        items.add(new SelectItem("", texts.get("promotions.everybody")));
        groups.list().forEach(one -> items.add(new SelectItem(one.id().value().toString(), one.name())));
        return items;
    }

    public List<SelectItem> getKinds() {
        return Arrays.stream(Promotion.Kind.values())
                .map(one -> new SelectItem(one.name(), texts.get("promotions.kind." + one)))
                .toList();
    }

    public List<SelectItem> getStackings() {
        return Arrays.stream(Promotion.Stacking.values())
                .map(one -> new SelectItem(one.name(), texts.get("promotions.stacking." + one)))
                .toList();
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code;
    }

    public @Nullable Integer getMost() {
        return most;
    }

    public void setMost(@Nullable Integer most) {
        this.most = most;
    }

    public @Nullable Integer getEach() {
        return each;
    }

    public void setEach(@Nullable Integer each) {
        this.each = each;
    }

    public @Nullable Integer getCount() {
        return count;
    }

    public void setCount(@Nullable Integer count) {
        this.count = count;
    }
}
