package dev.galleria.payment.web;

import com.ibm.icu.util.ULocale;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.Role;
import dev.galleria.payment.PaymentWay;
import dev.galleria.payment.PaymentWays;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Which ways to pay are offered, and where, in the marketplace's back office. */
@Named
@ViewScoped
public class OfficePaymentWaysView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    PaymentWays ways;

    @Inject
    CurrentAccount current;

    @Inject
    OfficeTexts texts;

    @Inject
    Visit visit;

    private List<Form> forms = List.of();

    /** One way's settings as they stand in its form. */
    public static class Form implements Serializable {
        private static final long serialVersionUID = 1L;

        private final PaymentWayText text;
        private boolean on;
        private String[] countries;
        private String keyId = "";
        private String keySecret = "";

        Form(PaymentWayText text, boolean on, Set<String> countries, String keyId) {
            this.text = text;
            this.on = on;
            this.countries = countries.toArray(String[]::new);
            this.keyId = keyId;
        }

        public PaymentWayText getText() {
            return text;
        }

        public boolean isOn() {
            return on;
        }

        public void setOn(boolean on) {
            this.on = on;
        }

        public String[] getCountries() {
            return countries.clone();
        }

        public void setCountries(String @Nullable [] countries) {
            this.countries = countries == null ? new String[0] : countries.clone();
        }

        public String getKeyId() {
            return keyId;
        }

        public void setKeyId(@Nullable String keyId) {
            this.keyId = keyId == null ? "" : keyId.strip();
        }

        /** Never shown: what is entered goes in and does not come out. */
        public String getKeySecret() {
            return "";
        }

        public void setKeySecret(@Nullable String keySecret) {
            this.keySecret = keySecret == null ? "" : keySecret.strip();
        }
    }

    /** What is said of a way. */
    public record PaymentWayText(
            String gateway, String title, String note, String state, boolean keyed, boolean withId, boolean ownKeys)
            implements Serializable {}

    public void load() {
        forms = ways.list(current.require()).stream().map(this::form).toList();
    }

    private Form form(PaymentWay way) {
        var text = new PaymentWayText(
                way.gateway(),
                texts.get("payments.way." + way.gateway()),
                texts.get("payments.way." + way.gateway() + ".note"),
                texts.get(state(way)),
                way.keyed(),
                way.gateway().equals("paypal"),
                way.ownKeys());
        return new Form(text, way.on(), way.countries(), way.keyId());
    }

    private static String state(PaymentWay way) {
        if (!way.keyed()) {
            return "payments.keys.none";
        }
        return way.ownKeys() ? "payments.keys.own" : way.ready() ? "payments.keys.platform" : "payments.keys.missing";
    }

    public void save(Form form) {
        act(() -> ways.offer(
                current.require(), form.getText().gateway(), form.isOn(), Set.copyOf(Arrays.asList(form.countries))));
    }

    public void keepKeys(Form form) {
        act(() -> ways.keys(current.require(), form.getText().gateway(), form.keyId, form.keySecret));
    }

    public void forgetKeys(Form form) {
        act(() -> ways.forgetKeys(current.require(), form.getText().gateway()));
    }

    private void act(Runnable act) {
        try {
            act.run();
            Faces.redirect("/backoffice/payment-ways?saved=1");
        } catch (Problem refused) {
            FacesContext.getCurrentInstance()
                    .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.of(refused), null));
        }
    }

    public List<Form> getForms() {
        return forms;
    }

    /** Whether the signed-in person may change anything here. */
    public boolean isOwner() {
        return current.require().is(Role.OWNER);
    }

    /** All countries by name in the language of the visit. */
    public List<SelectItem> getEveryCountry() {
        var locale = ULocale.forLocale(visit.locale());
        var order = Collator.getInstance(visit.locale());
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new SelectItem(code, new ULocale("", code).getDisplayCountry(locale)))
                .sorted(Comparator.comparing(SelectItem::getLabel, order))
                .toList();
    }
}
