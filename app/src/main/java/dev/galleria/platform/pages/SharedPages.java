package dev.galleria.platform.pages;

import dev.galleria.platform.Scope;
import dev.galleria.platform.cluster.Caches;
import dev.galleria.platform.cluster.NearCache;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whole pages of the current tenant, kept by each node for {@link #KEEP} at most and forgotten at once when something that
 * they show changes. A visitor's own texts never enter a kept page.
 */
@ApplicationScoped
public class SharedPages {
    /** What a page shows besides things with an id, such as a seller's name, may be so old. */
    static final Duration KEEP = Duration.ofSeconds(15);

    /** A twelfth of the memory that the server may use. */
    private static final long MOST_BYTES =
            Math.max(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 12);

    @Inject
    Caches caches;

    @Inject
    Scope scope;

    @Inject
    PageDraft draft;

    @Inject
    @Any
    Instance<VisitorText> visitorTexts;

    private NearCache<SharedPage> pages;

    /** Found once: looking them up costs more than asking them. */
    private List<VisitorText> texts = List.of();

    @PostConstruct
    void open() {
        texts = visitorTexts.stream().toList();
        pages = caches.near(
                "pages", KEEP, MOST_BYTES, SharedPage::weight, (page, ids) -> !Collections.disjoint(page.shown(), ids));
    }

    /** Draws a page into the response that it is given. */
    public interface Drawing {
        void draw(HttpServletResponse response) throws IOException, ServletException;
    }

    /** Answers with the kept page of that key, or draws it and keeps it if it is a good one and nobody's own. */
    public void answer(String key, HttpServletResponse response, Drawing drawing) throws IOException, ServletException {
        var tenant = scope.id();
        var known = pages.find(tenant, key);
        if (known.isPresent()) {
            send(known.get(), response);
            return;
        }
        int before = pages.changes(tenant);
        var drawn = new DrawnPage(response);
        draft.begin();
        try {
            drawing.draw(drawn);
        } finally {
            draft.end();
        }
        if (drawn.sent()) {
            return;
        }
        var page = SharedPage.of(drawn.text(), draft, drawn.type());
        if (drawn.plain() && !draft.isPersonal()) {
            pages.keep(tenant, key, page, before);
        }
        send(page, response);
    }

    /** Forgets the pages that show any of these, on every node. */
    public void forgetShowing(Collection<String> ids) {
        pages.forgetShowing(scope.id(), ids);
    }

    /** Forgets all pages of the current tenant, on every node. */
    public void forgetAll() {
        pages.forgetAll(scope.id());
    }

    private void send(SharedPage page, HttpServletResponse response) throws IOException {
        page.views().forEach(Runnable::run);
        var own = new HashMap<String, Supplier<String>>();
        for (var bean : texts) {
            own.putAll(bean.visitorTexts());
        }
        var body = page.filled(name -> own.get(name).get());
        if (!page.contentType().isEmpty()) {
            response.setContentType(page.contentType());
            response.setCharacterEncoding("UTF-8");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
