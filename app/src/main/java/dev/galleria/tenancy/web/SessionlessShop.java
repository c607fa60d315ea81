package dev.galleria.tenancy.web;

import dev.galleria.platform.web.PostbackFilter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.primefaces.csp.CspState;

/**
 * Keeps PrimeFaces' nonce out of shop pages: it is kept in the view's map and thereby starts an HTTP session for every
 * visitor. Shop pages have no inline scripts to allow; the back office and the console, which have a session, keep theirs.
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
        var external = context.getExternalContext();
        if (!PostbackFilter.allowed((HttpServletRequest) external.getRequest()) || external.getSession(false) == null) {
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
