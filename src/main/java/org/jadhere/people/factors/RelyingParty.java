package org.jadhere.people.factors;

import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jadhere.people.access.Actor;
import org.jadhere.people.account.AccountNotices;
import org.jadhere.platform.site.Site;
import org.jadhere.platform.web.RuleViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * This site as the relying party of passkeys (WebAuthn Level 3): creates the options for browsers and verifies their
 * responses. The session stores only the challenge, as text, for a single use. User verification is required, so that a
 * passkey counts as two factors.
 */
@Component
class RelyingParty {

    private static final String CHALLENGE = "passkey.challenge";
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> ATTESTATION =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ASSERTION =
            new TypeReference<>() {};

    private final Supplier<Webauthn4JRelyingPartyOperations> operations;
    private final AccountNotices notices;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    /** Created at the first use: the origin may contain a port that is known only when the server listens. */
    RelyingParty(PasskeyHandles accounts, CredentialRecords passkeys, Site site, AccountNotices notices) {
        operations = SingletonSupplier.of(() -> operations(accounts, passkeys, site));
        this.notices = notices;
    }

    private static Webauthn4JRelyingPartyOperations operations(
            PasskeyHandles accounts, CredentialRecords passkeys, Site site) {
        var entity = PublicKeyCredentialRpEntity.builder()
                .id(site.host())
                .name(site.host())
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(accounts, passkeys, entity, Set.of(site.origin()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    /** The options for a browser to create a passkey for the current user, as JSON. */
    @Transactional
    public String creationOptions(Authentication login, HttpSession session) {
        var options = newCreationOptions(login);
        session.setAttribute(CHALLENGE, options.getChallenge().toBase64UrlString());
        return json.writeValueAsString(options);
    }

    private PublicKeyCredentialCreationOptions newCreationOptions(Authentication login) {
        return operations
                .get()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(login));
    }

    /** Verifies and stores the passkey that the browser created. */
    @Transactional
    public void register(Actor actor, Authentication login, String name, String response, HttpSession session) {
        var options = newCreationOptions(login);
        var challenge = challenge(session);
        verified(() -> operations
                .get()
                .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                        PublicKeyCredentialCreationOptions.builder()
                                .rp(options.getRp())
                                .user(options.getUser())
                                .pubKeyCredParams(options.getPubKeyCredParams())
                                .authenticatorSelection(options.getAuthenticatorSelection())
                                .challenge(challenge)
                                .build(),
                        new RelyingPartyPublicKey(json.readValue(response, ATTESTATION), name))));
        notices.sendChange(actor.userId(), "notice.passkey-added");
    }

    /** The options for a browser to use a passkey, as JSON: any for this site, or one of the given user. */
    String requestOptions(@Nullable Authentication login, HttpSession session) {
        var options = newRequestOptions(login);
        session.setAttribute(CHALLENGE, options.getChallenge().toBase64UrlString());
        return json.writeValueAsString(options);
    }

    private PublicKeyCredentialRequestOptions newRequestOptions(@Nullable Authentication login) {
        return operations
                .get()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(login));
    }

    /** Verifies the passkey that the browser used; returns the username of its owner. */
    String authenticate(@Nullable Authentication login, String response, HttpSession session) {
        var requested = newRequestOptions(login);
        var options = PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge(session))
                .rpId(Objects.requireNonNull(requested.getRpId()))
                .allowCredentials(requested.getAllowCredentials())
                .userVerification(Objects.requireNonNull(requested.getUserVerification()))
                .timeout(Duration.ofMinutes(5))
                .build();
        return verified(() -> operations
                        .get()
                        .authenticate(
                                new RelyingPartyAuthenticationRequest(options, json.readValue(response, ASSERTION))))
                .getName();
    }

    /** Rejects a passkey of another user. */
    void requireOwn(Actor actor, Authentication login, String response, HttpSession session) {
        if (!authenticate(login, response, session).equals(actor.username())) {
            throw new RuleViolationException("credential", "error.passkey");
        }
    }

    private static Bytes challenge(HttpSession session) {
        Object challenge = session.getAttribute(CHALLENGE);
        session.removeAttribute(CHALLENGE);
        if (challenge instanceof String text) {
            return Bytes.fromBase64(text);
        }
        throw new RuleViolationException("credential", "error.passkey");
    }

    private static <T> T verified(Supplier<T> verification) {
        try {
            return verification.get();
        } catch (WebAuthnException | IllegalArgumentException | JacksonException | DuplicateKeyException wrong) {
            throw new RuleViolationException("credential", "error.passkey");
        }
    }
}
