package dev.galleria.demodata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Six months of orders: more at weekends and in the evening, slowly growing, with loyal shoppers. */
final class OrderMaker {
    static final int COUNT = 1_500;
    static final int DAYS = 182;
    /** Weight of a day by {@code daysAgo % 7}, for a demo loaded on a Monday: 0 Monday, 1 Sunday, 2 Saturday and so on back. */
    private static final int[] WEEK = {92, 145, 132, 108, 95, 86, 88};

    private static final int[] HOURS = {
        6, 3, 2, 1, 1, 2, 8, 18, 28, 34, 38, 42, 48, 40, 34, 36, 40, 48, 60, 82, 98, 92, 58, 22
    };

    private final TenantSettings settings;
    private final List<Customer> customers;
    private final TreeMap<Long, Offer> byPopularity = new TreeMap<>();
    private long popularity;
    private final boolean basket;

    OrderMaker(TenantSettings settings, List<Customer> customers, List<Offer> offers, boolean basket) {
        this.settings = settings;
        this.customers = customers;
        this.basket = basket;
        for (Offer offer : offers) {
            byPopularity.put(popularity, offer);
            popularity += offer.popularity();
        }
    }

    List<Order> make() {
        Dice dice = Dice.of(settings.slug(), "orders");
        int[] days = new int[DAYS];
        for (int daysAgo = 1; daysAgo <= DAYS; daysAgo++) {
            days[daysAgo - 1] = WEEK[daysAgo % 7] * (300 - daysAgo);
        }
        List<Integer> when = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            when.add((dice.weighted(days) + 1) * -1440 + dice.weighted(HOURS) * 60 + dice.between(0, 59));
        }
        when.sort(Comparator.naturalOrder());
        List<Order> orders = new ArrayList<>();
        for (int minute : when) {
            int daysAgo = -Math.floorDiv(minute, 1440);
            orders.add(order(orders.size() + 1, daysAgo, Math.floorMod(minute, 1440), dice));
        }
        return orders;
    }

    private Order order(int number, int daysAgo, int minute, Dice dice) {
        Customer customer = number % 150 == 0 ? customers.get(0) : regular(dice);
        List<Order.Line> lines = lines(dice);
        long goods =
                lines.stream().mapToLong(l -> l.offer().price() * l.quantity()).sum();
        List<TenantSettings.Method> methods =
                settings.zoneOf(customer.country()).methods();
        TenantSettings.Method method = methods.get(methods.size() > 1 && dice.percent(22) ? 1 : 0);
        boolean free = method.freeFrom() >= 0 && goods >= method.freeFrom();
        return new Order(
                "D-%05d".formatted(number),
                daysAgo,
                minute,
                customer,
                state(daysAgo, dice),
                dice.percent(86) ? "card" : dice.percent(70) ? "bank-transfer" : "cod",
                method.code(),
                free ? 0 : method.price(),
                lines);
    }

    /** A fifth of the shoppers place about half of the orders. */
    private Customer regular(Dice dice) {
        int last = customers.size() - 1;
        return customers.get(dice.percent(45) ? dice.between(1, last / 5) : dice.between(1, last));
    }

    private List<Order.Line> lines(Dice dice) {
        int count = basket ? 2 + dice.weighted(20, 30, 25, 15, 10) : 1 + dice.weighted(58, 26, 11, 5);
        Set<Offer> chosen = new LinkedHashSet<>();
        while (chosen.size() < count) {
            chosen.add(byPopularity.floorEntry(dice.between(0, popularity - 1)).getValue());
        }
        return chosen.stream()
                .map(offer -> new Order.Line(offer, 1 + (basket ? dice.weighted(62, 26, 12) : dice.weighted(90, 8, 2))))
                .toList();
    }

    private static String state(int daysAgo, Dice dice) {
        if (dice.percent(4)) {
            return "CANCELED";
        }
        if (daysAgo <= 2) {
            return dice.percent(80) ? "CONFIRMED" : "SHIPPED";
        }
        if (daysAgo <= 7) {
            return dice.percent(70 - daysAgo * 5) ? "SHIPPED" : daysAgo <= 4 ? "CONFIRMED" : "DELIVERED";
        }
        return "DELIVERED";
    }
}
