package dev.galleria.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.Shop.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody signed in to a back office or to the console, who answers its pages with whatever fields a test wants. */
public final class ShopOffice {
    private static final String PASSWORD = "galleria-demo";
    private static final String STATE = "jakarta.faces.ViewState";
    private final Shop shop;

    private ShopOffice(Shop shop) {
        this.shop = shop;
    }

    /** Somebody of a marketplace. */
    public static ShopOffice of(String slug, String email) {
        var shop = new Shop(slug);
        var fields = Shop.fields(shop.get("/sign-in").page().selectFirst("form[action$=/sign-in]"));
        fields.put("email", email);
        fields.put("password", PASSWORD);
        assertThat(shop.post("/sign-in", fields, false).status()).isEqualTo(302);
        return new ShopOffice(shop);
    }

    /** The platform's admin. */
    public static ShopOffice console() {
        var shop = new Shop("console");
        var form = shop.get("/sign-in").page().selectFirst("form");
        var fields = Shop.fields(form);
        fields.put("signIn:email", "admin@galleria.example");
        fields.put("signIn:password", PASSWORD);
        fields.put("signIn:submit", "");
        assertThat(shop.post("/sign-in", fields, false).status()).isEqualTo(302);
        return new ShopOffice(shop);
    }

    public Shop shop() {
        return shop;
    }

    public Answer get(String path) {
        return shop.getOnce(path);
    }

    /** What every answer to that page carries: the form's token and nonce, and the view's state if it has a form of Faces. */
    public static Map<String, String> state(Answer page) {
        var fields = new LinkedHashMap<String, String>();
        var document = page.page();
        fields.put("_token", document.selectFirst("input[name=_token]").val());
        document.select("input[name=" + STATE + "]").stream().limit(1).forEach(state -> fields.put(STATE, state.val()));
        fields.put("primefaces.nonce", document.selectFirst("script[nonce]").attr("nonce"));
        return fields;
    }

    /** Sends the form of a freshly shown page, with more fields or other values. */
    public Answer press(String path, Map<String, String> fields) {
        var all = state(get(path));
        all.putAll(fields);
        return post(path, all);
    }

    /** Asks for a part of a freshly shown page. */
    public Answer ask(String path, Map<String, String> fields) {
        var all = state(get(path));
        all.put("jakarta.faces.partial.ajax", "true");
        all.putAll(fields);
        return part(path, all);
    }

    public Answer post(String path, Map<String, String> fields) {
        return shop.post(path, fields, false);
    }

    /** As PrimeFaces' script does. */
    public Answer part(String path, Map<String, String> fields) {
        return shop.send(
                "POST",
                path,
                Shop.encoded(fields),
                Map.of(
                        "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8",
                        "Faces-Request", "partial/ajax",
                        "Origin", "http://" + shop.host()));
    }
}
