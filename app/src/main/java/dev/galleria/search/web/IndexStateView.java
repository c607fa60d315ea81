package dev.galleria.search.web;

import dev.galleria.search.IndexState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How the index is, and a button that has it written anew. */
@Named
@RequestScoped
public class IndexStateView {
    @Inject
    IndexState state;

    @Inject
    SearchOffice office;

    private long documents = -2;

    public long getProducts() {
        return state.products();
    }

    /** Negative while the index cannot be asked. */
    public long getDocuments() {
        if (documents < -1) {
            documents = state.documents();
        }
        return documents;
    }

    public boolean isReachable() {
        return getDocuments() >= 0;
    }

    public IndexState.Waiting getWaiting() {
        return state.waiting();
    }

    public void rebuild() {
        office.require();
        state.rebuild();
        office.show("", "rebuilding=1");
    }
}
