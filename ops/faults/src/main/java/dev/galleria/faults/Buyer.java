package dev.galleria.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody who buys by the shop's forms, at whichever node each step leads to. */
final class Buyer {
    private static final int REDIRECTS = 6;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    private final IntSupplier port;
    private final String host;
    private final String email;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    /** The host is the shop's public one; each request goes to the port that is given then. */
    Buyer(String host, IntSupplier port, String email) {
        this.host = host;
        this.port = port;
        this.email = email;
    }

    /** A page as it came. Status 0: there was no answer. */
    record Answer(int status, String location, String body, long millis) {
        Document page() {
            return Jsoup.parse(body);
        }

        boolean redirect() {
            return status >= 300 && status < 400 && !location.isEmpty();
        }

        /** The token of the order that this leads to; empty if it leads elsewhere. */
        String order() {
            int at = location.indexOf("/orders/");
            return redirect() && at >= 0 ? location.substring(at + 8).replaceAll("[/?#].*", "") : "";
        }
    }

    /** A form that is filled in and may be sent, again too. */
    record Form(String action, Map<String, String> fields) {
        Form with(String name, String value) {
            var changed = new LinkedHashMap<>(fields);
            changed.put(name, value);
            return new Form(action, changed);
        }
    }

    String email() {
        return email;
    }

    /** Puts so many into the cart. False if the shop does not let it. */
    boolean add(String slug, int quantity) {
        var form = form(get("/p/" + slug), "/cart/add");
        if (form == null) {
            return false;
        }
        var answer = send(form.with("quantity", Integer.toString(quantity)));
        return answer.location().contains("notice=added");
    }

    /** From the cart to the form by which it is paid; null if the shop leads elsewhere. */
    Form toPayment() {
        var address = form(get("/checkout"), "/checkout");
        if (address == null) {
            return null;
        }
        var filled = new LinkedHashMap<>(address.fields());
        filled.putAll(Map.of(
                "email",
                email,
                "name",
                "Ada Example",
                "line1",
                "3 Mill Lane",
                "postalCode",
                "BA1 1AA",
                "city",
                "Bath",
                "country",
                "GB"));
        var delivery = form(follow(send(new Form(address.action(), filled))), "/checkout/delivery");
        return delivery == null ? null : form(follow(send(delivery)), "/checkout/payment");
    }

    /** Types a code where it is paid. False if the shop does not take it. */
    boolean coupon(String code) {
        var form = form(get("/checkout/payment"), "/checkout/coupon");
        return form != null
                && send(form.with("code", code).with("action", "coupon")).redirect();
    }

    /** The form by which it is paid, as the page shows it now. */
    Form paymentForm() {
        return form(get("/checkout/payment"), "/checkout/payment");
    }

    Answer get(String path) {
        return follow(request("GET", path, null));
    }

    /** Without following where it leads. */
    Answer look(String path) {
        return request("GET", path, null);
    }

    Answer send(Form form) {
        return request("POST", form.action(), encoded(form.fields()));
    }

    /** Sends a body as it is to a path of the shop. */
    static Answer post(int port, String host, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Host", host)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    private Answer follow(Answer first) {
        var answer = first;
        for (int i = 0; i < REDIRECTS && answer.redirect(); i++) {
            answer = request("GET", answer.location().replaceFirst("^https?://[^/]+", ""), null);
        }
        return answer;
    }

    private Answer request(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + path))
                .timeout(Duration.ofSeconds(40))
                .header("Host", host)
                .header("Accept", "text/html")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").header("Origin", "http://" + host);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return send(request.build(), cookies);
    }

    private static Answer send(HttpRequest request) {
        return send(request, new ConcurrentHashMap<>());
    }

    private static Answer send(HttpRequest request, Map<String, String> cookies) {
        long begin = System.nanoTime();
        try {
            var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            for (var cookie : answer.headers().allValues("set-cookie")) {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("location").orElse(""),
                    answer.body(),
                    (System.nanoTime() - begin) / 1_000_000);
        } catch (IOException e) {
            return new Answer(0, "", String.valueOf(e), (System.nanoTime() - begin) / 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Form form(Answer answer, String action) {
        var form = answer.status() == 0
                ? null
                : answer.page().selectFirst("form[method=post][action$=" + action + "]:not(:has([value=callOff]))");
        return form == null ? null : new Form(form.attr("action"), fields(form));
    }

    /** What a browser would send; the first of radio buttons that nobody has chosen from. */
    private static Map<String, String> fields(Element form) {
        var fields = new LinkedHashMap<String, String>();
        for (var input : form.select("input[name], select[name]")) {
            var type = input.attr("type");
            if (type.equals("radio") && !input.hasAttr("checked")) {
                fields.putIfAbsent(input.attr("name"), input.val());
            } else if (!type.equals("checkbox") && !type.equals("submit")) {
                fields.put(input.attr("name"), input.val());
            }
        }
        return fields;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
