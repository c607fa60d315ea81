package dev.galleria.catalog.rest;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.platform.Texts;
import dev.galleria.platform.rest.ApiFault;
import dev.galleria.platform.rest.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who calls, as an editor. */
@RequestScoped
class Editors {
    @Inject
    CurrentAccount current;

    /** Empty for shoppers and for those without a token. */
    Optional<Editor> find() {
        return current.find().filter(account -> account.works()).map(Editor::of);
    }

    /** Without a token 401, for a shopper a Problem (FORBIDDEN). */
    Editor require() {
        return Editor.of(
                current.find().orElseThrow(() -> Refusal.unauthenticated("Send a token: Authorization: Bearer …")));
    }

    /** Keys of one caller never meet another's. */
    String owner() {
        return "account:" + current.require().id();
    }

    static Refusal refusal(List<Fault> faults) {
        return Refusal.faults(faults.stream()
                .map(fault -> new ApiFault(
                        fault.pointer(),
                        fault.code(),
                        Texts.of(Locale.ENGLISH, fault.key(), fault.values().toArray())))
                .toList());
    }
}
