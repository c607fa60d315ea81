package dev.galleria.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form of a page as a browser would send it, read with the least that costs. */
record Form(String action, Map<String, String> fields) {
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final String HEADERS =
            "Accept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nOrigin: http://";

    /** The page's form whose address ends so. */
    static Form of(Client.Answer answer, String action) throws IOException {
        var page = new String(answer.body(), StandardCharsets.UTF_8);
        int at = page.indexOf("action=\"" + action + "\"");
        if (answer.status() != 200 || at < 0) {
            throw new IOException("No form to " + action + " on a page of status " + answer.status()
                    + (answer.location().isEmpty() ? "" : " that leads to " + answer.location()));
        }
        var inputs = INPUT.matcher(page.substring(at, page.indexOf("</form>", at)));
        var fields = new LinkedHashMap<String, String>();
        while (inputs.find()) {
            var name = attribute(inputs.group(), "name");
            var type = attribute(inputs.group(), "type");
            if (type.equals("radio") && !inputs.group().contains("checked=")) {
                fields.putIfAbsent(name, attribute(inputs.group(), "value"));
            } else if (!name.isEmpty() && !type.equals("checkbox")) {
                fields.put(name, attribute(inputs.group(), "value"));
            }
        }
        return new Form(action, fields);
    }

    Form with(Map<String, String> more) {
        var all = new LinkedHashMap<>(fields);
        all.putAll(more);
        return new Form(action, all);
    }

    Client.Answer send(Client client, String host) throws IOException {
        return client.send("POST", host, action, HEADERS + host + "\r\n", encoded());
    }

    private String encoded() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String attribute(String input, String name) {
        int at = input.indexOf(" " + name + "=\"");
        if (at < 0) {
            return "";
        }
        int begin = at + name.length() + 3;
        return input.substring(begin, input.indexOf('"', begin))
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
