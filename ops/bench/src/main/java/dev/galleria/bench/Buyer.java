package dev.galleria.bench;

import java.io.IOException;
import java.util.Map;

/** Somebody new, with a cart and a checkout of their own, by the shop's forms. */
final class Buyer implements AutoCloseable {
    private final Client client;
    private final String host;
    private final String email;
    private Form payment;

    Buyer(int port, String host, String email) {
        client = new Client(port);
        this.host = host;
        this.email = email;
    }

    /** Opens the product's page and puts it into the cart. */
    void add(String slug) throws IOException {
        send(addForm(slug), "/cart?notice=added");
    }

    Form addForm(String slug) throws IOException {
        return Form.of(client.get(host, "/p/" + slug), "/cart/add").with(Map.of("quantity", "1"));
    }

    /** Through address and delivery to the page where it is paid. */
    void toPayment() throws IOException {
        var address = Form.of(client.get(host, "/checkout"), "/checkout")
                .with(Map.of(
                        "email",
                        email,
                        "name",
                        "Ada Example",
                        "line1",
                        "Lindenstraße 12",
                        "postalCode",
                        "10969",
                        "city",
                        "Berlin",
                        "country",
                        "DE"));
        send(address, "/checkout/delivery");
        send(Form.of(client.get(host, "/checkout/delivery"), "/checkout/delivery"), "/checkout/payment");
        payment = Form.of(client.get(host, "/checkout/payment"), "/checkout/payment")
                .with(Map.of("gateway", "cod"));
        client.close();
    }

    /** Places the order. False if there was nothing left. */
    boolean place() throws IOException {
        return place(client);
    }

    private boolean place(Client line) throws IOException {
        var answer = payment.send(line, host);
        if (answer.location().contains("/orders/")) {
            return true;
        }
        if (answer.location().contains("/cart")) {
            return false;
        }
        throw new IOException("Paying was answered with " + answer.status() + " " + answer.location());
    }

    void send(Form form, String to) throws IOException {
        var answer = form.send(client, host);
        if (!answer.location().contains(to)) {
            throw new IOException(form.action() + " was answered with " + answer.status() + " " + answer.location());
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
