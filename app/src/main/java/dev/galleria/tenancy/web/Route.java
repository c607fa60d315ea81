package dev.galleria.tenancy.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A pretty path and the page behind it: {@code /p/{slug}} shows {@code /catalog/product.xhtml?slug=…}. */
record Route(Pattern pattern, List<String> names, String page) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    static Route of(String path, String page) {
        var names = new ArrayList<String>();
        var variables = VARIABLE.matcher(path);
        var regex = new StringBuilder();
        int end = 0;
        while (variables.find()) {
            regex.append(Pattern.quote(path.substring(end, variables.start()))).append("([^/]{1,200})");
            names.add(variables.group(1));
            end = variables.end();
        }
        regex.append(Pattern.quote(path.substring(end)));
        return new Route(Pattern.compile(regex.toString()), List.copyOf(names), page);
    }

    /** The page's path with the variables as parameters, if the path is this route's. */
    Optional<String> match(String path) {
        var matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var target = new StringBuilder(page);
        for (int i = 0; i < names.size(); i++) {
            target.append(i == 0 ? '?' : '&')
                    .append(names.get(i))
                    .append('=')
                    .append(URLEncoder.encode(matcher.group(i + 1), StandardCharsets.UTF_8));
        }
        return Optional.of(target.toString());
    }
}
