package dev.galleria.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Everything under {@code /api}; the resources name their version. */
@ApplicationPath("/api")
@LoginConfig(authMethod = "MP-JWT")
@ApplicationScoped
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Galleria marketplace API",
                        version = "1",
                        description =
                                "The marketplace is the one of the host. Errors are problem documents (RFC 9457). "
                                        + "Public reads show what shoppers see. Shoppers' programs sign in at POST /api/v1/auth/token, "
                                        + "guests have a cart by its Cart-Token; sellers' and staff's use those or a "
                                        + "token from POST /api/v1/tokens."))
@SecurityScheme(securitySchemeName = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class ApiApplication extends Application {}
