package dev.galleria.platform.pages;

import dev.galleria.platform.Secrets;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The page that this request draws. A shared one has holes where a visitor's own texts go, and knows what it shows. */
@RequestScoped
public class PageDraft {
    /** Nobody can write this into a page's text: it is known to this process alone. */
    private static final String MARK = Secrets.token();

    private final Set<String> shown = new HashSet<>();
    private final List<Runnable> views = new ArrayList<>();
    private boolean shared;
    private boolean personal;
    private int asked;

    /** Whether what is drawn now will be shown to others too. Asked by whoever has a text for each visitor. */
    public boolean shared() {
        asked++;
        return shared;
    }

    /** Stands for a visitor's own text in a shared page. */
    public String hole(String name) {
        return MARK + name + MARK;
    }

    /** How often something has been drawn that depends on the visitor. */
    public int askedForVisitor() {
        return asked;
    }

    /** The page shows the thing with that id: when the thing changes, the page is drawn anew. */
    public void shows(Object id) {
        shown.add(id.toString());
    }

    /** Something was read that belongs to this visitor: the page is nobody else's. */
    public void personal() {
        asked++;
        personal = true;
    }

    /**
     * What is to happen each time that somebody gets the page, whoever it was drawn for: counting, above all. It must not use
     * anything of the request that draws the page.
     */
    public void atEachView(Runnable view) {
        if (shared) {
            views.add(view);
        } else {
            view.run();
        }
    }

    void begin() {
        shared = true;
        personal = false;
        shown.clear();
        views.clear();
    }

    void end() {
        shared = false;
    }

    boolean isPersonal() {
        return personal;
    }

    Set<String> shown() {
        return Set.copyOf(shown);
    }

    List<Runnable> views() {
        return List.copyOf(views);
    }

    static String mark() {
        return MARK;
    }
}
