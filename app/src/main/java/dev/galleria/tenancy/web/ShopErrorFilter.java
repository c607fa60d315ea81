package dev.galleria.tenancy.web;

import dev.galleria.platform.Away;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.web.ContentPolicy;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A shop's page that cannot be shown is answered with a page of the shop that says so, in its theme and language. */
public class ShopErrorFilter extends HttpFilter {
    static final String FAILURE = "galleria.failure";
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ShopErrorFilter.class.getName());

    @Inject
    transient Tenancy tenancy;

    @Inject
    transient Visit visit;

    /** What went wrong: the status, the problem's code if there is one, the incident's number if it was logged. */
    record Failure(int status, String code, String incident) {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (TenantFilter.forConsole(request)) {
            plainly(request, response, chain);
            return;
        }
        if (tenancy.find().isEmpty()
                || visit.visitor().isEmpty()
                || "partial/ajax".equals(request.getHeader("Faces-Request"))) {
            chain.doFilter(request, response);
            return;
        }
        var held = new HeldErrors(response);
        try {
            chain.doFilter(request, held);
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted() || Away.in(e)) {
                throw e;
            }
            held.status = failure(e, request);
        }
        if (held.status != null && !response.isCommitted()) {
            show(held.status, request, response);
        }
    }

    /** The console has the server's own error pages. */
    private static void plainly(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            var problem = problem(e);
            if (problem.isEmpty() || response.isCommitted()) {
                throw e;
            }
            ContentPolicy.always(response);
            response.sendError(problem.get().kind().status());
        }
    }

    private static Failure failure(Exception thrown, HttpServletRequest request) {
        var problem = problem(thrown);
        if (problem.isPresent()) {
            return new Failure(problem.get().kind().status(), problem.get().code(), "");
        }
        var incident = Ids.next().toString();
        LOG.log(Level.SEVERE, thrown, () -> "Incident " + incident + ": " + request.getMethod() + " failed");
        return new Failure(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "", incident);
    }

    private static Optional<Problem> problem(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    private static void show(Failure failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.resetBuffer();
        ContentPolicy.always(response);
        response.setStatus(failure.status());
        response.setHeader("Cache-Control", "no-store");
        request.setAttribute(FAILURE, failure);
        request.getRequestDispatcher("/tenancy/error.xhtml").forward(request, response);
    }

    /** Keeps an error back until the chain has returned, while the tenant is still bound. */
    private static final class HeldErrors extends HttpServletResponseWrapper {
        private @Nullable Failure status;

        private HeldErrors(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int code) {
            status = new Failure(code, "", "");
        }

        @Override
        public void sendError(int code, String message) {
            sendError(code);
        }
    }
}
