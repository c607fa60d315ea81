package dev.galleria.search.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.galleria.search.merchandising.Merchandisers;
import dev.galleria.search.signals.SearchReports;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The report of what was looked for as a file (RFC 4180), in UTF-8; {@code days} as on the page. */
@WebServlet(name = "search-report", urlPatterns = "/office/search-report")
public class SearchReportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;

    @Inject
    transient Merchandisers merchandisers;

    @Inject
    transient SearchReports reports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        merchandisers.require();
        int days = SearchReportsView.days(request.getParameter("days"));
        var terms = reports.top(days, false, MOST);
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"searches-" + days + "-days.csv\"");
        response.setHeader("Cache-Control", "no-store");
        var csv = CsvWriter.builder().build(response.getWriter());
        csv.writeRecord("language", "words", "searches", "found", "followed");
        for (var term : terms) {
            csv.writeRecord(
                    term.locale(),
                    literal(term.words()),
                    String.valueOf(term.asked()),
                    String.valueOf(term.found()),
                    String.valueOf(term.followed()));
        }
        csv.flush();
    }

    /** Programs that calculate take what begins with these signs for a formula. */
    private static String literal(String words) {
        return words.isEmpty() || "=+-@\t\r".indexOf(words.charAt(0)) < 0 ? words : "'" + words;
    }
}
