package dev.galleria.pricing.web;

import com.ibm.icu.util.ULocale;
import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.platform.Ending;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.NumberText;
import dev.galleria.pricing.Currencies;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The currencies that the marketplace can be paid in, with their rates, in the back office. */
@Named
@ViewScoped
public class OfficeCurrenciesView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> EXAMPLES = List.of("9", "25", "100");

    @Inject
    Currencies currencies;

    @Inject
    CurrentAccount current;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    OfficeTexts texts;

    private String code = "";
    private String rate = "";
    private String ending = Ending.EXACT.name();
    private List<Row> rows = List.of();

    /** A currency and what some prices become in it. */
    public record Row(String code, String name, String rate, String rule, String examples) implements Serializable {}

    /** A seller is a Problem (FORBIDDEN). The currency that {@code change} names stands in the form. */
    public void load() {
        var known = currencies.list(editor());
        rows = known.stream().map(this::row).toList();
        var wanted = Faces.getRequestParameter("change");
        known.stream()
                .filter(exchange -> exchange.to().getCurrencyCode().equals(wanted))
                .findFirst()
                .ifPresent(exchange -> {
                    code = exchange.to().getCurrencyCode();
                    rate = exchange.rate().toPlainString();
                    ending = exchange.ending().name();
                });
    }

    public void save() {
        var faults = currencies.put(editor(), code, number(), ending());
        if (faults.isEmpty()) {
            Faces.redirect("/backoffice/currencies?saved=1");
            return;
        }
        faults.forEach(fault -> FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        new FacesMessage(
                                FacesMessage.SEVERITY_ERROR,
                                texts.format(fault.key(), fault.values().toArray()),
                                null)));
    }

    public void remove(String gone) {
        currencies.remove(editor(), gone);
        Faces.redirect("/backoffice/currencies?saved=1");
    }

    private Row row(Exchange exchange) {
        var examples = new ArrayList<String>();
        for (var example : EXAMPLES) {
            var own = Money.of(example, getOwn());
            examples.add(money(own) + " → " + money(exchange.convert(own)));
        }
        return new Row(
                exchange.to().getCurrencyCode(),
                exchange.to().getDisplayName(visit.locale()),
                texts.format(
                        "currencies.rate.is",
                        getOwn(),
                        NumberText.exact(exchange.rate(), visit.locale()),
                        exchange.to().getCurrencyCode()),
                texts.get("currencies.ending." + exchange.ending()),
                String.join(", ", examples));
    }

    private String money(Money money) {
        return MoneyText.of(money, visit.locale());
    }

    private @Nullable BigDecimal number() {
        try {
            return new BigDecimal(rate.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable Ending ending() {
        return Arrays.stream(Ending.values())
                .filter(one -> one.name().equals(ending))
                .findFirst()
                .orElse(null);
    }

    private Editor editor() {
        return Editor.of(current.require());
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getOwn() {
        return tenancy.current().currency().getCurrencyCode();
    }

    /** All currencies that are in use somewhere, by name. */
    public List<SelectItem> getChoices() {
        var locale = ULocale.forLocale(visit.locale());
        return com.ibm.icu.util.Currency.getAvailableCurrencies().stream()
                .map(com.ibm.icu.util.Currency::getCurrencyCode)
                .filter(one -> !one.equals(getOwn()) && inUse(one))
                .map(one -> new SelectItem(
                        one,
                        com.ibm.icu.util.Currency.getInstance(one).getDisplayName(locale.toLocale()) + " – " + one))
                .sorted(Comparator.comparing(SelectItem::getLabel))
                .toList();
    }

    private static boolean inUse(String one) {
        try {
            return Currency.getInstance(one).getDefaultFractionDigits() >= 0
                    && com.ibm.icu.util.Currency.isAvailable(one, null, null)
                    && !Currency.getInstance(one)
                            .getDisplayName(java.util.Locale.ENGLISH)
                            .contains("(");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public List<SelectItem> getEndings() {
        return Arrays.stream(Ending.values())
                .map(one -> new SelectItem(one.name(), texts.get("currencies.ending." + one)))
                .toList();
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code;
    }

    public String getRate() {
        return rate;
    }

    public void setRate(@Nullable String rate) {
        this.rate = rate == null ? "" : rate;
    }

    public String getEnding() {
        return ending;
    }

    public void setEnding(@Nullable String ending) {
        this.ending = ending == null ? "" : ending;
    }
}
