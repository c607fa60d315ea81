package dev.galleria.tenancy.web;

import dev.galleria.platform.Settings;
import dev.galleria.platform.web.ClientAddress;
import dev.galleria.tenancy.Admin;
import dev.galleria.tenancy.AdminSignIn;
import dev.galleria.tenancy.Admins;
import dev.galleria.tenancy.CurrentAdmin;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** Signing in to the console and out of it. */
@Named
@RequestScoped
public class AdminView {
    @Inject
    Admins admins;

    @Inject
    CurrentAdmin current;

    @Inject
    OfficeTexts texts;

    private String email = "";
    private String password = "";
    private String fault = "";

    public void signIn() {
        var answer = admins.signIn(text(email), text(password), ClientAddress.of(Faces.getRequest()));
        if (answer instanceof AdminSignIn.Granted granted) {
            AdminFilter.remember(granted.token(), Faces.getRequest(), Faces.getResponse());
            Faces.redirect("/");
        } else if (answer instanceof AdminSignIn.TooMany) {
            Faces.setResponseStatus(429);
            fault = texts.get("account.tooMany");
        } else {
            Faces.setResponseStatus(401);
            fault = texts.get("account.refused");
        }
    }

    public void signOut() {
        admins.signOut(current.token());
        AdminFilter.remember("", Faces.getRequest(), Faces.getResponse());
        Faces.redirect("/sign-in");
    }

    public String getName() {
        return current.find().map(Admin::name).orElse("");
    }

    public boolean isDemo() {
        return Settings.demo();
    }

    public String getFault() {
        return fault;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
