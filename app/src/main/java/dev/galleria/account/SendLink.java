package dev.galleria.account;

import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Decides what is mailed to an address, after the page has been answered: the answer's time tells nothing. */
@ApplicationScoped
class SendLink implements EventHandler<LinkAsked> {
    @Inject
    AccountLinks links;

    @Override
    public Class<LinkAsked> type() {
        return LinkAsked.class;
    }

    @Override
    public void handle(LinkAsked event) {
        links.send(event);
    }
}
