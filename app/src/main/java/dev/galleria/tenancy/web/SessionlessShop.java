package dev.galleria.tenancy.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.jspecify.annotations.Nullable;
import org.primefaces.csp.CspState;

/**
 * Keeps PrimeFaces' nonce out of shop pages: it is kept in the view's map and thereby starts an HTTP session for every
 * visitor. Shop pages have no inline scripts to allow; the back office and the console keep theirs.
 */
public class SessionlessShop implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        var context = event.getFacesContext();
        var page = String.valueOf(context.getExternalContext().getRequestServletPath());
        if (!page.startsWith("/backoffice/") && !page.startsWith("/console/")) {
            context.getAttributes().put(CspState.class.getName(), new NoNonce(context));
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // Nothing to do once the view is known.
    }

    private static final class NoNonce extends CspState {
        private NoNonce(FacesContext context) {
            super(context);
            setInitialized(true);
        }

        @Override
        public @Nullable String getNonce() {
            return null;
        }
    }
}
