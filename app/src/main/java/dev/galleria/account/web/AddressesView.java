package dev.galleria.account.web;

import dev.galleria.account.AccountId;
import dev.galleria.account.AddressBook;
import dev.galleria.account.AddressForm;
import dev.galleria.account.AddressId;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.SaveAddress;
import dev.galleria.account.SavedAddress;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.web.Countries;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The address book of whoever is signed in. */
@Named
@RequestScoped
public class AddressesView {
    private static final Set<String> NOTICES = Set.of("saved", "removed", "preferred");

    @Inject
    AddressBook book;

    @Inject
    CurrentAccount current;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    Page page;

    private List<SavedAddress> saved = List.of();
    private Map<String, String> form = Map.of();
    private Map<String, String> faults = Map.of();
    private String editing = "";
    private boolean full;

    /** Shows the book, or does what a form asks for. */
    public void load() {
        page.keepPrivate();
        var account = current.require().id();
        editing = page.text("id");
        if (page.posted()) {
            act(account);
        } else {
            form = id().flatMap(id -> book.find(account, id))
                    .map(one -> AddressForm.of(one.address()))
                    .orElseGet(() -> AddressForm.empty(
                            current.require().name(), tenancy.current().country()));
        }
        saved = book.list(account);
    }

    private void act(AccountId account) {
        switch (page.text("action")) {
            case "remove" -> {
                id().ifPresent(id -> book.remove(account, id));
                page.go("/account/addresses?notice=removed");
            }
            case "prefer" -> {
                id().ifPresent(id -> book.prefer(account, id));
                page.go("/account/addresses?notice=preferred");
            }
            default -> save(account);
        }
    }

    private void save(AccountId account) {
        form = page.texts(AddressForm.FIELDS);
        var wish = AddressForm.read(form);
        boolean preferred = page.checked("preferred");
        var answer = id().map(id -> book.change(account, id, wish, preferred))
                .orElseGet(() -> book.add(account, wish, preferred));
        if (answer instanceof SaveAddress.Saved) {
            page.go("/account/addresses?notice=saved");
        } else if (answer instanceof SaveAddress.Invalid invalid) {
            page.status(422);
            faults = invalid.faults();
        } else {
            page.status(422);
            full = true;
        }
    }

    /** The address that the form is about; empty for a new one. What is no id at all is a Problem (NOT_FOUND). */
    private Optional<AddressId> id() {
        if (editing.isEmpty()) {
            return Optional.empty();
        }
        var id = Ids.parse(editing).map(AddressId::new);
        return Optional.of(id.orElseThrow(() -> Problem.notFound("account/unknown-address", "no id")));
    }

    public List<SavedAddress> getSaved() {
        return saved;
    }

    public Map<String, String> getForm() {
        return form;
    }

    public Map<String, String> getFaults() {
        return faults;
    }

    /** The id of the address being changed; empty while a new one is written. */
    public String getEditing() {
        return editing;
    }

    public boolean isFull() {
        return full;
    }

    public String getNotice() {
        var notice = page.text("notice");
        return NOTICES.contains(notice) ? notice : "";
    }

    public List<Countries.Choice> getCountries() {
        return Countries.of(List.of(Locale.getISOCountries()), visit.locale());
    }

    public String country(String code) {
        return Countries.name(code, visit.locale());
    }
}
