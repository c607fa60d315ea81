package dev.galleria.platform.web;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.primefaces.csp.CspException;

/**
 * What goes wrong in a page. A view that the server no longer knows, by its state or its nonce, is asked for anew; a request for a part of a page that
 * fails and a form that cannot be read show the whole page again and are logged once with a number; everything else is left
 * to the error pages.
 */
public class FacesFailures extends ExceptionHandlerFactory {
    private static final Logger LOG = Logger.getLogger(FacesFailures.class.getName());

    public FacesFailures(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {
        /** Before anything is done: what is wrong there is wrong with what was sent. */
        private static final Set<PhaseId> READING =
                Set.of(PhaseId.APPLY_REQUEST_VALUES, PhaseId.PROCESS_VALIDATIONS, PhaseId.UPDATE_MODEL_VALUES);

        private Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            var faces = FacesContext.getCurrentInstance();
            var queued = getUnhandledExceptionQueuedEvents().iterator();
            boolean shown = false;
            while (queued.hasNext()) {
                var event = queued.next();
                // What fails after the answer has been chosen belongs to the same failure.
                shown = shown || handled(event, faces);
                if (shown) {
                    queued.remove();
                }
            }
            getWrapped().handle();
        }

        private boolean handled(ExceptionQueuedEvent event, FacesContext faces) {
            var failure = cause(event.getContext().getException());
            boolean part = faces.getPartialViewContext().isAjaxRequest();
            boolean expired = failure instanceof ViewExpiredException || failure instanceof CspException;
            boolean unread =
                    faces.isPostback() && READING.contains(event.getContext().getPhaseId());
            if (!expired && !part && !unread || faces.getExternalContext().isResponseCommitted()) {
                return false;
            }
            if (!expired && !(failure instanceof Problem)) {
                LOG.log(Level.SEVERE, failure, () -> "Incident " + Ids.next() + ": a page could not be answered");
            }
            showAnew(faces);
            return true;
        }

        private static void showAnew(FacesContext faces) {
            var request = (HttpServletRequest) faces.getExternalContext().getRequest();
            var asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
            try {
                faces.getExternalContext().responseReset();
                faces.getExternalContext().redirect(asked == null ? "/" : asked.toString());
                faces.responseComplete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Throwable cause(Throwable thrown) {
            var cause = thrown;
            while (cause.getCause() != null
                    && !(cause instanceof Problem)
                    && !(cause instanceof ViewExpiredException)
                    && (cause instanceof FacesException
                            || cause instanceof jakarta.el.ELException
                            || cause instanceof jakarta.ejb.EJBException)) {
                cause = cause.getCause();
            }
            return cause;
        }
    }
}
