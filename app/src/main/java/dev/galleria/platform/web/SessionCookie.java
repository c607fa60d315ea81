package dev.galleria.platform.web;

import dev.galleria.platform.Settings;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** The HTTP session's cookie is sent over TLS only where the platform is reached by TLS. */
public class SessionCookie implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext()
                .getSessionCookieConfig()
                .setSecure(Settings.publicScheme().equals("https"));
    }
}
