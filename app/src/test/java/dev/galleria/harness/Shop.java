package dev.galleria.harness;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A visitor without JavaScript: follows links, fills in forms, keeps cookies. One per person and host. */
public final class Shop {
    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final int REDIRECTS = 8;

    /** An answer as it came. */
    public record Answer(int status, Map<String, List<String>> headers, String body, URI address) {
        public Document page() {
            return Jsoup.parse(body, address.toString());
        }

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private final String host;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** A new visitor of {@code <slug>.localhost}. */
    public Shop(String slug) {
        this.host = slug + ".localhost:" + Ready.port();
    }

    public Answer get(String path) {
        return send(request(path).GET(), true);
    }

    /** Without following redirects. */
    public Answer getOnce(String path) {
        return send(request(path).GET(), false);
    }

    /** Posts fields to a path as a page of the same host would; {@code follow} tells whether redirects are followed. */
    public Answer post(String path, Map<String, String> fields, boolean follow) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "http://" + host)
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))),
                follow);
    }

    /** Sends exactly that and nothing of what a page would add; {@code body} may be empty. Redirects are not followed. */
    public Answer send(String method, String path, String body, Map<String, String> headers) {
        var request = request(path).method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request, false);
    }

    /** Sends the form with its hidden and given values, pressing the button of that name if one is given. */
    public Answer submit(Element form, Map<String, String> values) {
        return submit(form, values, null);
    }

    public Answer submit(Element form, Map<String, String> values, Element button) {
        var fields = fields(form);
        if (button != null && !button.attr("name").isEmpty()) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        fields.putAll(values);
        var action = button != null && button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        if (form.attr("method").equalsIgnoreCase("get") || form.attr("method").isEmpty()) {
            return get(action + "?" + encoded(fields));
        }
        return post(action, fields, true);
    }

    /** What a browser would send of this form, before anything is typed. */
    public static Map<String, String> fields(Element form) {
        var fields = new LinkedHashMap<String, String>();
        for (var input : form.select("input[name], select[name], textarea[name]")) {
            var type = input.attr("type");
            if (type.equals("submit") || type.equals("image") || type.equals("button") || input.hasAttr("disabled")) {
                continue;
            }
            if ((type.equals("radio") || type.equals("checkbox")) && !input.hasAttr("checked")) {
                continue;
            }
            var value = input.tagName().equals("select") ? selected(input) : input.val();
            fields.put(input.attr("name"), value);
        }
        return fields;
    }

    public String host() {
        return host;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    private static String selected(Element select) {
        var chosen = select.selectFirst("option[selected]");
        var first = select.selectFirst("option");
        return chosen != null ? chosen.val() : first == null ? "" : first.val();
    }

    private HttpRequest.Builder request(String path) {
        var target = path.startsWith("http") ? URI.create(path) : URI.create("http://" + host + path);
        var address = URI.create("http://127.0.0.1:" + target.getPort() + target.getRawPath()
                + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Host", target.getRawAuthority())
                .header("Accept", "text/html");
        if (target.getRawAuthority().equals(host) && !cookies.isEmpty()) {
            var header = new ArrayList<String>();
            cookies.forEach((name, value) -> header.add(name + "=" + value));
            request.header("Cookie", String.join("; ", header));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder builder, boolean follow) {
        var request = builder.build();
        for (int i = 0; i <= REDIRECTS; i++) {
            var answer = sendOnce(request);
            var location = answer.header("location");
            if (!follow || answer.status() < 300 || answer.status() >= 400 || location.isEmpty()) {
                return answer;
            }
            request =
                    request(answer.address().resolve(location).toString()).GET().build();
        }
        throw new IllegalStateException("Too many redirects from " + request.uri());
    }

    private Answer sendOnce(HttpRequest request) {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            var asked = request.headers().firstValue("Host").orElse(host);
            if (asked.equals(host)) {
                response.headers().allValues("set-cookie").forEach(this::keep);
            }
            var query = request.uri().getRawQuery();
            var address =
                    URI.create("http://" + asked + request.uri().getRawPath() + (query == null ? "" : "?" + query));
            return new Answer(response.statusCode(), response.headers().map(), response.body(), address);
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (header.toLowerCase(Locale.ROOT).contains("max-age=0") || pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** Fields as a form sends them. */
    public static String encoded(Map<String, String> fields) {
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }
}
