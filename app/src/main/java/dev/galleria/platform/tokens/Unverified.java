package dev.galleria.platform.tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/**
 * Lets bearer tokens pass that the server's own check of JWTs did not accept: nobody is known by them yet. They may be tokens
 * of sessions, which the API's filter looks up, or are refused by it with a problem document.
 */
@ApplicationScoped
class Unverified implements IdentityStore {
    @Override
    public CredentialValidationResult validate(Credential credential) {
        return new CredentialValidationResult("unverified");
    }

    /** After all others. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return Set.of(ValidationType.VALIDATE);
    }
}
