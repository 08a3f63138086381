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
 * This site, as passkeys know it (WebAuthn Level 3): asks browsers, and judges what they answer. The session keeps the
 * challenge alone, as text, and gives it out once. User verification is required, so that a passkey is two factors.
 */
@Component
class RelyingParty {

    private static final String CHALLENGE = "passkey.challenge";
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> NEW =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> KNOWN =
            new TypeReference<>() {};

    private final Supplier<Webauthn4JRelyingPartyOperations> operations;
    private final AccountNotices notices;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    /** The address may hold a port that is known once the server listens: what depends on it waits for the first question. */
    RelyingParty(PasskeyHandles accounts, CredentialRecords passkeys, Site site, AccountNotices notices) {
        operations = SingletonSupplier.of(() -> operations(accounts, passkeys, site));
        this.notices = notices;
    }

    private static Webauthn4JRelyingPartyOperations operations(
            PasskeyHandles accounts, CredentialRecords passkeys, Site site) {
        var us = PublicKeyCredentialRpEntity.builder()
                .id(site.host())
                .name(site.host())
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(accounts, passkeys, us, Set.of(site.origin()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    /** What a browser is asked for to make a passkey for who is logged in, as JSON. */
    @Transactional
    public String askForNew(Authentication login, HttpSession session) {
        var options = creation(login);
        session.setAttribute(CHALLENGE, options.getChallenge().toBase64UrlString());
        return json.writeValueAsString(options);
    }

    private PublicKeyCredentialCreationOptions creation(Authentication login) {
        return operations
                .get()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(login));
    }

    /** Keeps the passkey that the browser made. */
    @Transactional
    public void keep(Actor actor, Authentication login, String name, String answer, HttpSession session) {
        var asked = creation(login);
        var challenge = challenge(session);
        judged(() -> operations
                .get()
                .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                        PublicKeyCredentialCreationOptions.builder()
                                .rp(asked.getRp())
                                .user(asked.getUser())
                                .pubKeyCredParams(asked.getPubKeyCredParams())
                                .authenticatorSelection(asked.getAuthenticatorSelection())
                                .challenge(challenge)
                                .build(),
                        new RelyingPartyPublicKey(json.readValue(answer, NEW), name))));
        notices.sendChange(actor.userId(), "notice.passkey-added");
    }

    /** What a browser is asked for to show a passkey: any that it has for this site, or one of who is known already. */
    String askFor(@Nullable Authentication login, HttpSession session) {
        var options = request(login);
        session.setAttribute(CHALLENGE, options.getChallenge().toBase64UrlString());
        return json.writeValueAsString(options);
    }

    private PublicKeyCredentialRequestOptions request(@Nullable Authentication login) {
        return operations
                .get()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(login));
    }

    /** The login name of whose passkey the browser showed. */
    String recognise(@Nullable Authentication login, String answer, HttpSession session) {
        var asked = request(login);
        var options = PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge(session))
                .rpId(Objects.requireNonNull(asked.getRpId()))
                .allowCredentials(asked.getAllowCredentials())
                .userVerification(Objects.requireNonNull(asked.getUserVerification()))
                .timeout(Duration.ofMinutes(5))
                .build();
        return judged(() -> operations
                        .get()
                        .authenticate(new RelyingPartyAuthenticationRequest(options, json.readValue(answer, KNOWN))))
                .getName();
    }

    /** Refuses a passkey of anybody else. */
    void mustBeOf(Actor actor, Authentication login, String answer, HttpSession session) {
        if (!recognise(login, answer, session).equals(actor.username())) {
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

    private static <T> T judged(Supplier<T> judgement) {
        try {
            return judgement.get();
        } catch (WebAuthnException | IllegalArgumentException | JacksonException | DuplicateKeyException wrong) {
            throw new RuleViolationException("credential", "error.passkey");
        }
    }
}
