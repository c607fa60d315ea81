package dev.galleria.demodata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invents shoppers who live where the tenant delivers; phone numbers come from ranges kept for fiction. */
final class CustomerMaker {
    static final int COUNT = 250;

    private final TenantSettings settings;
    private final JsonNode places = Yaml.words("people.yaml");
    private final Set<String> emails = new HashSet<>();

    CustomerMaker(TenantSettings settings) {
        this.settings = settings;
    }

    List<Customer> make() {
        List<JsonNode> homes = new ArrayList<>();
        places.get("tenants")
                .get(settings.slug())
                .forEach(country -> homes.add(places.get("places").get(country.asText())));
        Dice dice = Dice.of(settings.slug(), "customers");
        List<Customer> customers = new ArrayList<>();
        int[] weights = homes.stream().mapToInt(h -> h.get("weight").asInt()).toArray();
        for (int i = 0; i < COUNT; i++) {
            int home = i == 0 ? 0 : dice.weighted(weights);
            customers.add(customer(homes.get(home), i == 0 ? settings.shopperEmail() : "", dice));
        }
        return customers;
    }

    private Customer customer(JsonNode home, String fixedEmail, Dice dice) {
        String first = dice.pick(Yaml.strings(home.get("first")));
        String last = dice.pick(Yaml.strings(home.get("last")));
        String[] city = dice.pick(Yaml.strings(home.get("cities"))).split(";");
        String street = dice.pick(Yaml.strings(home.get("streets")));
        String number = String.valueOf(dice.between(1, 118));
        String language = home.get("locale").asText();
        return new Customer(
                fixedEmail.isEmpty() ? email(first, last) : fixedEmail,
                first + " " + last,
                settings.locales().contains(language)
                        ? language
                        : settings.locales().get(0),
                dice.between(200, 900),
                phone(home, dice),
                home.get("line").asText().replace("{street}", street).replace("{number}", number),
                dice.percent(15) ? home.get("extra").asText().replace("{n}", String.valueOf(dice.between(1, 28))) : "",
                city[0],
                city[1],
                city.length > 2 ? city[2] : "",
                home.get("country").asText());
    }

    private String email(String first, String last) {
        String base = ProductMaker.slug(first) + "." + ProductMaker.slug(last);
        String email = base + "@" + settings.slug() + ".example";
        for (int i = 2; !emails.add(email); i++) {
            email = base + i + "@" + settings.slug() + ".example";
        }
        return email;
    }

    private static String phone(JsonNode home, Dice dice) {
        List<String> ranges = Yaml.strings(home.get("phones"));
        if (ranges.isEmpty() || dice.percent(30)) {
            return "";
        }
        StringBuilder phone = new StringBuilder();
        for (char c : dice.pick(ranges).toCharArray()) {
            phone.append(c == 'x' ? (char) ('0' + dice.between(0, 9)) : c);
        }
        return phone.toString();
    }
}
