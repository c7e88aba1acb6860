package org.himaye.web.signin;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The conversation with the identity provider. Its description and keys are fetched when first needed and kept for minutes; a key
 * that is not known yet is asked for at once, so that the provider may change keys at any time.
 */
@ApplicationScoped
public class IdentityProvider {

    private static final Duration DESCRIPTION_AGE = Duration.ofMinutes(10);
    private static final Duration KEYS_AGE = Duration.ofMinutes(15);

    /** What the provider said about itself, and when. */
    private record Known(OIDCProviderMetadata description, TokenCheck check, Instant at) {}

    /** An answered code: who it is, and the token by which the provider's session can be ended. */
    record Answer(TokenCheck.Proof proof, String refreshToken) {}

    private final ProviderConnection connection = new ProviderConnection();

    private SigninSettings settings;
    private volatile Known known;

    /** For the container's proxy. */
    protected IdentityProvider() {}

    @Inject
    IdentityProvider(SigninSettings settings) {
        this.settings = settings;
    }

    /** Announces a sign-in over the back channel; returns the address to send the browser to. */
    URI begin(PendingSignin begun, String language) throws ProviderUnavailable {
        return begin(begun, language, false);
    }

    /** @param anew the person proves who it is even if the provider still knows the browser */
    URI begin(PendingSignin begun, String language, boolean anew) throws ProviderUnavailable {
        OIDCProviderMetadata provider = known().description();
        try {
            AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                            ResponseType.CODE, new Scope("openid"), SigninSettings.CLIENT, settings.callback())
                    .state(begun.state())
                    .nonce(begun.nonce())
                    .codeChallenge(begun.verifier(), CodeChallengeMethod.S256)
                    .uiLocales(List.of(LangTag.parse(language)));
            if (anew) {
                request.prompt(Prompt.Type.LOGIN);
            }
            if (begun.stepUp()) {
                request.acrValues(List.of(SigninSettings.SECOND_FACTOR));
            }
            HTTPResponse answer = send(new PushedAuthorizationRequest(
                            provider.getPushedAuthorizationRequestEndpointURI(), authentication(), request.build())
                    .toHTTPRequest());
            PushedAuthorizationResponse pushed = PushedAuthorizationResponse.parse(answer);
            if (!pushed.indicatesSuccess()) {
                throw new ProviderUnavailable("pushed request refused: " + answer.getStatusCode());
            }
            return URI.create(provider.getAuthorizationEndpointURI()
                    + "?client_id=" + encoded(SigninSettings.CLIENT.getValue())
                    + "&request_uri="
                    + encoded(pushed.toSuccessResponse().getRequestURI().toString()));
        } catch (ParseException | LangTagException e) {
            throw new ProviderUnavailable(e);
        }
    }

    /** Exchanges the code for tokens and checks them. */
    Answer redeem(String code, PendingSignin begun) throws ProviderUnavailable, SigninRejected {
        Known provider = known();
        OIDCTokens tokens = tokens(new TokenRequest.Builder(
                        provider.description().getTokenEndpointURI(),
                        authentication(),
                        new AuthorizationCodeGrant(new AuthorizationCode(code), settings.callback(), begun.verifier()))
                .build()
                .toHTTPRequest());
        return answer(provider.check().idToken(tokens.getIDToken(), begun.nonce()), tokens);
    }

    /**
     * Asks whether the person may still be here, and as what.
     *
     * @throws SigninRejected when the provider no longer vouches for the person
     */
    Answer renew(String refreshToken) throws ProviderUnavailable, SigninRejected {
        Known provider = known();
        OIDCTokens tokens = tokens(new TokenRequest.Builder(
                        provider.description().getTokenEndpointURI(),
                        authentication(),
                        new RefreshTokenGrant(new RefreshToken(refreshToken)))
                .build()
                .toHTTPRequest());
        return answer(provider.check().renewed(tokens.getIDToken()), tokens);
    }

    private OIDCTokens tokens(HTTPRequest request) throws ProviderUnavailable, SigninRejected {
        HTTPResponse answer = send(request);
        try {
            TokenResponse tokens = OIDCTokenResponseParser.parse(answer);
            if (tokens instanceof TokenErrorResponse error) {
                // Only this one is about the person; anything else is between the provider and us.
                if (OAuth2Error.INVALID_GRANT.equals(error.getErrorObject())) {
                    throw new SigninRejected("grant");
                }
                throw new ProviderUnavailable("token endpoint: " + answer.getStatusCode());
            }
            if (!(tokens instanceof OIDCTokenResponse granted)
                    || granted.getOIDCTokens().getIDToken() == null) {
                throw new SigninRejected("no ID token");
            }
            return granted.getOIDCTokens();
        } catch (ParseException e) {
            throw new ProviderUnavailable(e);
        }
    }

    private static Answer answer(TokenCheck.Proof proof, OIDCTokens tokens) {
        RefreshToken refresh = tokens.getRefreshToken();
        return new Answer(proof, refresh == null ? null : refresh.getValue());
    }

    /** Reads the provider's word that a session of its is over. */
    TokenCheck.Ended ended(String logoutToken) throws ProviderUnavailable, SigninRejected {
        return known().check().logoutToken(logoutToken);
    }

    /** Checks a bearer token of {@code /api}. */
    TokenCheck.Proof bearer(String token) throws ProviderUnavailable, SigninRejected {
        return known().check().accessToken(token);
    }

    /** Ends the provider's session, so that the next sign-in asks for the password again. A session that is gone is no failure. */
    void end(String refreshToken) throws ProviderUnavailable {
        OIDCProviderMetadata provider = known().description();
        Map<String, List<String>> parameters = new HashMap<>(authentication().toParameters());
        parameters.put("client_id", List.of(SigninSettings.CLIENT.getValue()));
        parameters.put("refresh_token", List.of(refreshToken));
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, provider.getEndSessionEndpointURI());
        request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        request.setBody(URLUtils.serializeParameters(parameters));
        HTTPResponse answer = send(request);
        if (answer.getStatusCode() >= 500) {
            throw new ProviderUnavailable("logout: " + answer.getStatusCode());
        }
    }

    /** A token for the administration of people; it lives for a minute. */
    String administrationToken() throws ProviderUnavailable {
        HTTPResponse answer = send(new TokenRequest.Builder(
                        known().description().getTokenEndpointURI(),
                        authentication(SigninSettings.PEOPLE_CLIENT),
                        new ClientCredentialsGrant())
                .build()
                .toHTTPRequest());
        try {
            TokenResponse token = TokenResponse.parse(answer);
            if (!token.indicatesSuccess()) {
                throw new ProviderUnavailable("token of the people's administration: " + answer.getStatusCode());
            }
            return token.toSuccessResponse().getTokens().getAccessToken().getValue();
        } catch (ParseException e) {
            throw new ProviderUnavailable(e);
        }
    }

    private PrivateKeyJWT authentication() throws ProviderUnavailable {
        return authentication(SigninSettings.CLIENT);
    }

    private PrivateKeyJWT authentication(ClientID client) throws ProviderUnavailable {
        try {
            return new PrivateKeyJWT(
                    client,
                    URI.create(settings.issuer().getValue()),
                    JWSAlgorithm.ES256,
                    settings.clientKey().toPrivateKey(),
                    settings.clientKey().getKeyID(),
                    null);
        } catch (JOSEException e) {
            throw new ProviderUnavailable(e);
        }
    }

    /** An old description is better than none: the provider may be away just while it is renewed. */
    private Known known() throws ProviderUnavailable {
        Known last = known;
        if (last != null && last.at().plus(DESCRIPTION_AGE).isAfter(Instant.now())) {
            return last;
        }
        try {
            OIDCProviderMetadata description = describe();
            boolean sameKeys = last != null && last.description().getJWKSetURI().equals(description.getJWKSetURI());
            known = new Known(
                    description,
                    sameKeys ? last.check() : new TokenCheck(settings.issuer(), keys(description)),
                    Instant.now());
            return known;
        } catch (ProviderUnavailable e) {
            if (last != null) {
                return last;
            }
            throw e;
        }
    }

    private OIDCProviderMetadata describe() throws ProviderUnavailable {
        try {
            HTTPResponse answer = send(new HTTPRequest(
                    HTTPRequest.Method.GET,
                    OIDCProviderMetadata.resolveURL(settings.issuer()).toURI()));
            OIDCProviderMetadata description = OIDCProviderMetadata.parse(answer.getBody());
            if (answer.getStatusCode() != HTTPResponse.SC_OK
                    || !description.getIssuer().equals(settings.issuer())) {
                throw new ProviderUnavailable("description: " + answer.getStatusCode() + " " + description.getIssuer());
            }
            return description;
        } catch (GeneralException | URISyntaxException e) {
            throw new ProviderUnavailable(e);
        }
    }

    private JWKSource<SecurityContext> keys(OIDCProviderMetadata description) throws ProviderUnavailable {
        try {
            return JWKSourceBuilder.create(description.getJWKSetURI().toURL(), connection)
                    .cache(KEYS_AGE.toMillis(), ProviderConnection.DEADLINE.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(Duration.ofSeconds(10).toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new ProviderUnavailable(e);
        }
    }

    private HTTPResponse send(HTTPRequest request) throws ProviderUnavailable {
        try {
            return connection.send(request);
        } catch (IOException e) {
            throw new ProviderUnavailable(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
