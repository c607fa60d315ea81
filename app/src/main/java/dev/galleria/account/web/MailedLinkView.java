package dev.galleria.account.web;

import dev.galleria.account.AccountLinks;
import dev.galleria.account.LinkKind;
import dev.galleria.account.Redeemed;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;

/** The page of a mailed link: choose a password. Looking at it uses nothing up, so that a mail scanner does no harm. */
@Named
@RequestScoped
public class MailedLinkView {
    @Inject
    AccountLinks links;

    @Inject
    Door door;

    @Inject
    Page page;

    private Optional<AccountLinks.Link> link = Optional.empty();
    private Map<String, String> faults = Map.of();

    /** Shows the form, or answers it. The address opens an account, so no other site is told it. */
    public void load() {
        page.keepPrivate();
        page.response().setHeader("Referrer-Policy", "same-origin");
        link = links.find(getToken());
        if (page.posted() && link.isPresent()) {
            redeem();
        } else if (link.isEmpty()) {
            page.status(410);
        }
    }

    private void redeem() {
        var answer = links.redeem(getToken(), page.raw("password"));
        if (answer instanceof Redeemed.Opened opened) {
            door.in(opened.token(), opened.account(), page.request(), page.response());
            page.goTo(NextPage.safe(opened.next(), page.getBase() + "/account/orders"));
        } else if (answer instanceof Redeemed.Invalid invalid) {
            page.status(422);
            faults = invalid.faults();
        } else {
            link = Optional.empty();
            page.status(410);
        }
    }

    public String getToken() {
        return page.text("token");
    }

    /** Whether the link still works. */
    public boolean isAlive() {
        return link.isPresent();
    }

    /** Whether it opens an account; otherwise it gives one a new password. */
    public boolean isOpening() {
        return link.filter(one -> one.kind() == LinkKind.SIGN_UP).isPresent();
    }

    public String getEmail() {
        return link.map(AccountLinks.Link::email).orElse("");
    }

    /** Nothing of a password is shown again. */
    public Map<String, String> getForm() {
        return Map.of();
    }

    /** By field, keys of the texts that tell what is wrong. */
    public Map<String, String> getFaults() {
        return faults;
    }
}
