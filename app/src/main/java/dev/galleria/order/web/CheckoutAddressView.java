package dev.galleria.order.web;

import dev.galleria.account.Account;
import dev.galleria.account.Address;
import dev.galleria.account.AddressBook;
import dev.galleria.account.AddressForm;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.SavedAddress;
import dev.galleria.order.CheckoutStep;
import dev.galleria.order.CheckoutView;
import dev.galleria.order.Checkouts;
import dev.galleria.order.StepResult;
import dev.galleria.platform.web.Countries;
import dev.galleria.shipping.Shipping;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** First step: whom to write to and where to send it. */
@Named("checkoutAddress")
@RequestScoped
public class CheckoutAddressView {
    @Inject
    Checkouts checkouts;

    @Inject
    CheckoutFlow flow;

    @Inject
    Summaries summaries;

    @Inject
    AddressBook book;

    @Inject
    CurrentAccount account;

    @Inject
    Shipping shipping;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    Page page;

    private Map<String, String> form = Map.of();
    private Map<String, String> faults = Map.of();
    private List<SavedAddress> saved = List.of();
    private List<Countries.Choice> countries = List.of();
    private String token = "";
    private Summary summary;

    /** Shows the form, or answers it. */
    public void load() {
        flow.at(CheckoutStep.ADDRESS).ifPresent(checkout -> {
            token = checkout.token();
            if (page.posted()) {
                fillIn(checkout);
            } else {
                saved = account.find().map(one -> book.list(one.id())).orElse(List.of());
                form = known(checkout);
            }
            countries = Countries.of(shipping.countries(), visit.locale());
            summary = summaries.of(checkout.cart());
        });
    }

    private void fillIn(CheckoutView checkout) {
        form = new LinkedHashMap<>(page.texts(AddressForm.FIELDS));
        form.put("email", page.text("email"));
        var address = AddressForm.read(form);
        var answer = checkouts.address(checkout.token(), page.text("email"), address);
        if (answer instanceof StepResult.Accepted) {
            keep(address);
            page.go("/checkout/delivery");
        } else if (answer instanceof StepResult.Rejected rejected) {
            page.status(422);
            faults = rejected.faults();
        } else if (answer instanceof StepResult.Moved moved) {
            flow.go(moved.checkout());
        }
    }

    /** Into the address book, if the shopper wishes and it is not there yet. */
    private void keep(Address address) {
        var owner = account.find().map(Account::id);
        if (owner.isPresent()
                && page.checked("keep")
                && book.list(owner.get()).stream()
                        .noneMatch(one -> one.address().equals(address))) {
            book.add(owner.get(), address, false);
        }
    }

    private Map<String, String> known(CheckoutView checkout) {
        var chosen = saved.stream()
                .filter(one -> one.id().toString().equals(page.text("address")))
                .findFirst()
                .map(SavedAddress::address);
        var before = Optional.ofNullable(checkout.address());
        var preferred = saved.stream().findFirst().map(SavedAddress::address);
        var values = chosen.or(() -> before)
                .or(() -> preferred)
                .map(AddressForm::of)
                .orElseGet(() -> AddressForm.empty(
                        account.find().map(Account::name).orElse(""),
                        tenancy.current().country()));
        var filled = new LinkedHashMap<>(values);
        filled.put("email", Optional.ofNullable(checkout.email()).orElse(""));
        return filled;
    }

    public Map<String, String> getForm() {
        return form;
    }

    public Map<String, String> getFaults() {
        return faults;
    }

    /** The account's addresses, when there is a choice. */
    public List<SavedAddress> getSaved() {
        return saved.size() > 1 ? saved : List.of();
    }

    public List<Countries.Choice> getCountries() {
        return countries;
    }

    public String getToken() {
        return token;
    }

    public Summary getSummary() {
        return summary;
    }
}
