package dev.galleria.tenancy;

import dev.galleria.platform.BootStep;
import dev.galleria.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The first admin: the demo's, or the one that the settings name. Later changes are made in the console, not here. */
@ApplicationScoped
class AdminBoot implements BootStep {
    @Inject
    Admins admins;

    @Override
    public int order() {
        return 25;
    }

    @Override
    public void run() {
        if (admins.any()) {
            return;
        }
        var email = Settings.text("galleria.admin.email");
        var password = Settings.text("galleria.admin.password");
        if (email.isPresent() && password.isPresent()) {
            admins.add(email.get(), "Platform admin", password.get());
        } else if (Settings.demo()) {
            admins.add("admin@galleria.example", "Platform admin", "galleria-demo");
        }
    }
}
