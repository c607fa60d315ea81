package dev.galleria.search.web;

import dev.galleria.search.signals.SearchReports;
import dev.galleria.search.signals.SearchedTerm;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** What shoppers have looked for, and what they did not find. */
@Named
@RequestScoped
public class SearchReportsView {
    private static final int MOST = 200;

    @Inject
    SearchReports reports;

    @Inject
    SearchOffice office;

    @Inject
    OfficeTexts texts;

    @Inject
    Visit visit;

    private int days = SearchReports.PERIODS.get(0);
    private SearchReports.Sum sum = new SearchReports.Sum(0, 0, 0);
    private List<SearchedTerm> top = List.of();
    private List<SearchedTerm> nothing = List.of();

    /** A period with an address of its own. */
    public record Tab(String label, String address, boolean current) {}

    /** The period stands in the address: {@code days}. */
    public void load() {
        office.require();
        days = days(Faces.getRequestParameter("days"));
        sum = reports.sum(days);
        top = reports.top(days, false, MOST);
        nothing = reports.top(days, true, MOST);
    }

    static int days(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,3}")
                ? SearchReports.period(Integer.parseInt(text))
                : SearchReports.PERIODS.get(0);
    }

    public List<Tab> getTabs() {
        return SearchReports.PERIODS.stream()
                .map(period ->
                        new Tab(texts.format("search.office.lastDays", period), "?days=" + period, period == days))
                .toList();
    }

    public SearchReports.Sum getSum() {
        return sum;
    }

    public List<SearchedTerm> getTop() {
        return top;
    }

    public List<SearchedTerm> getNothing() {
        return nothing;
    }

    public int getDays() {
        return days;
    }

    /** As words stand in an address. */
    public String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    public String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(visit.locale());
    }
}
