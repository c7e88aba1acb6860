package org.himaye.web.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Believes a token only when signature, algorithm, issuer, audience, time and purpose are exactly as they must be. */
class TokenCheck {

    private static final int CLOCK_DIFFERENCE_SECONDS = 30;
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final String GROUPS = "groups";
    private static final Duration SECOND_FACTOR_AGE = Duration.ofMinutes(5);

    /**
     * What we take from a token: everything else in it is ignored.
     *
     * @param secondFactorAt when a second factor was given, if the token says so and it is no older than it may be; else null
     */
    record Proof(UUID sub, String providerSession, Set<String> groups, Instant secondFactorAt) {}

    /** Whose session of the provider is over. */
    record Ended(UUID sub, String providerSession) {}

    private final IDTokenValidator idTokens;
    private final LogoutTokenValidator logoutTokens;
    private final DefaultJWTProcessor<SecurityContext> accessTokens = new DefaultJWTProcessor<>();

    TokenCheck(Issuer issuer, JWKSource<SecurityContext> keys) {
        var selector = new JWSVerificationKeySelector<>(SigninSettings.TOKENS, keys);
        idTokens = new IDTokenValidator(issuer, SigninSettings.CLIENT, selector, null);
        idTokens.setMaxClockSkew(CLOCK_DIFFERENCE_SECONDS);
        logoutTokens = new LogoutTokenValidator(issuer, SigninSettings.CLIENT, true, selector, null);
        logoutTokens.setMaxClockSkew(CLOCK_DIFFERENCE_SECONDS);
        accessTokens.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(ACCESS_TOKEN));
        accessTokens.setJWSKeySelector(selector);
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                SigninSettings.API_AUDIENCE,
                new JWTClaimsSet.Builder().issuer(issuer.getValue()).build(),
                Set.of("sub", "exp", "iat", GROUPS));
        claims.setMaxClockSkew(CLOCK_DIFFERENCE_SECONDS);
        accessTokens.setJWTClaimsSetVerifier(claims);
    }

    /** Reads the ID token that answers one begun sign-in. */
    Proof idToken(JWT token, Nonce nonce) throws SigninRejected, ProviderUnavailable {
        try {
            IDTokenClaimsSet claims = idTokens.validate(token, nonce);
            if (claims.getAuthorizedParty() != null
                    && !SigninSettings.CLIENT
                            .getValue()
                            .equals(claims.getAuthorizedParty().getValue())) {
                throw new SigninRejected("azp");
            }
            return new Proof(
                    UUID.fromString(claims.getSubject().getValue()),
                    claims.getStringClaim("sid"),
                    groups(claims.getStringListClaim(GROUPS)),
                    secondFactorAt(claims));
        } catch (BadJOSEException | IllegalArgumentException e) {
            throw new SigninRejected("ID token", e);
        } catch (JOSEException e) {
            throw new ProviderUnavailable(e);
        }
    }

    /** Reads the ID token of a renewal: no browser was asked, so it answers no nonce. */
    Proof renewed(JWT token) throws SigninRejected, ProviderUnavailable {
        return idToken(token, null);
    }

    /** Reads the provider's word that a session of its is over (OpenID Connect Back-Channel Logout 1.0, 2.6). */
    Ended logoutToken(String token) throws SigninRejected, ProviderUnavailable {
        try {
            LogoutTokenClaimsSet claims = logoutTokens.validate(JWTParser.parse(token));
            if (claims.getSessionID() == null || claims.getSubject() == null) {
                throw new SigninRejected("logout token without session");
            }
            return new Ended(
                    UUID.fromString(claims.getSubject().getValue()),
                    claims.getSessionID().getValue());
        } catch (BadJOSEException | ParseException | IllegalArgumentException e) {
            throw new SigninRejected("logout token", e);
        } catch (JOSEException e) {
            throw new ProviderUnavailable(e);
        }
    }

    /** Reads a bearer token of {@code /api}. */
    Proof accessToken(String token) throws SigninRejected, ProviderUnavailable {
        try {
            JWTClaimsSet claims = accessTokens.process(token, null);
            return new Proof(
                    UUID.fromString(claims.getSubject()),
                    claims.getStringClaim("sid"),
                    groups(claims.getStringListClaim(GROUPS)),
                    null);
        } catch (BadJOSEException | ParseException | IllegalArgumentException e) {
            throw new SigninRejected("access token", e);
        } catch (JOSEException e) {
            throw new ProviderUnavailable(e);
        }
    }

    /** The provider is asked for level and age, but what it was asked for proves nothing: only what the token says counts. */
    private static Instant secondFactorAt(IDTokenClaimsSet claims) {
        Date at = claims.getAuthenticationTime();
        if (!SigninSettings.SECOND_FACTOR.equals(claims.getACR()) || at == null) {
            return null;
        }
        Instant now = Instant.now();
        boolean fresh = at.toInstant().isAfter(now.minus(SECOND_FACTOR_AGE))
                && at.toInstant().isBefore(now.plusSeconds(CLOCK_DIFFERENCE_SECONDS));
        return fresh ? at.toInstant() : null;
    }

    private static Set<String> groups(List<String> claim) {
        return claim == null ? Set.of() : new HashSet<>(claim);
    }
}
