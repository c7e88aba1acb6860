package org.himaye.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each way in which a token may lie is tried alone: everything else about it is right. */
class TokenCheckTest {

    private static final String ISSUER = "http://localhost:8180/realms/himaye";
    private static final String SUB = "66f9a2f1-3005-3f01-8a3f-4c64f013891d";
    private static final Nonce NONCE = new Nonce("n-1");

    private static RSAKey key;
    private static TokenCheck check;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        key = rsa("provider");
        check = new TokenCheck(new Issuer(ISSUER), new ImmutableJWKSet<SecurityContext>(new JWKSet(key.toPublicJWK())));
    }

    @Test
    void aGoodIdTokenTellsSubjectSessionAndGroups() throws Exception {
        TokenCheck.Proof proof = check.idToken(signed(id -> id), NONCE);

        assertEquals(SUB, proof.sub().toString());
        assertEquals("sid-1", proof.providerSession());
        assertEquals(Set.of("job.caseworker", "case.read"), proof.groups());
    }

    /** ASVS 6.8.4, 7.5.3: level and time are read from the token and never taken for granted. */
    @Test
    @Tag("ASVS-6.8.4")
    void aSecondFactorCountsOnlyIfTheTokenSaysLevelTwoAndAFreshTime() throws Exception {
        Instant now = Instant.now();

        assertEquals(now.getEpochSecond(), secondFactorAt("2", now).getEpochSecond());
        assertNull(secondFactorAt("1", now));
        assertNull(secondFactorAt(null, now));
        assertNull(secondFactorAt("2", null));
        assertNull(secondFactorAt("2", now.minus(Duration.ofMinutes(6))));
        assertNull(secondFactorAt("2", now.plus(Duration.ofMinutes(6))));
    }

    private static Instant secondFactorAt(String level, Instant at) throws Exception {
        return check.idToken(
                        signed(id ->
                                id.claim("acr", level).claim("auth_time", at == null ? null : at.getEpochSecond())),
                        NONCE)
                .secondFactorAt();
    }

    @Test
    @Tag("ASVS-6.8.2")
    void anUnsignedIdTokenIsRefused() {
        refused(new PlainJWT(idClaims().build()), NONCE);
    }

    @Test
    void aSignatureByAnotherAlgorithmIsRefused() throws Exception {
        JWT rs256 = sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("provider").build(),
                idClaims().build(),
                key);

        refused(rs256, NONCE);
    }

    @Test
    void thePublicKeyUsedAsASecretIsRefused() throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("provider").build(),
                idClaims().build());
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));

        refused(token, NONCE);
    }

    @Test
    @Tag("ASVS-6.8.2")
    void aForeignKeyIsRefusedWithItsOwnNameAndWithOurs() throws Exception {
        RSAKey foreign = rsa("foreign");

        refused(sign(header("foreign"), idClaims().build(), foreign), NONCE);
        refused(sign(header("provider"), idClaims().build(), foreign), NONCE);
    }

    @Test
    void aChangedIdTokenIsRefused() throws Exception {
        String[] good = signed(id -> id).serialize().split("\\.");
        String[] other = signed(id -> id.subject("00000000-0000-0000-0000-000000000001"))
                .serialize()
                .split("\\.");

        refused(SignedJWT.parse(good[0] + "." + other[1] + "." + good[2]), NONCE);
    }

    @Test
    @Tag("ASVS-10.5.3")
    void anotherIssuerIsRefused() throws Exception {
        refused(signed(id -> id.issuer("http://localhost:8180/realms/other")), NONCE);
    }

    @Test
    @Tag("ASVS-10.5.4")
    void anotherAudienceIsRefused() throws Exception {
        refused(signed(id -> id.audience("other")), NONCE);
    }

    @Test
    void aTokenIssuedForAnotherClientIsRefused() throws Exception {
        refused(signed(id -> id.claim("azp", "other")), NONCE);
    }

    @Test
    @Tag("ASVS-10.5.1")
    void anotherNonceOrNoneIsRefused() throws Exception {
        refused(signed(id -> id), new Nonce("n-2"));
        refused(signed(id -> id.claim("nonce", null)), NONCE);
    }

    @Test
    void anOldTokenIsRefused() throws Exception {
        refused(signed(id -> id.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(2))))), NONCE);
    }

    @Test
    void aTokenFromTheFutureIsRefused() throws Exception {
        refused(signed(id -> id.issueTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))), NONCE);
    }

    @Test
    @Tag("ASVS-10.5.2")
    void aSubjectThatIsNoIdIsRefused() throws Exception {
        refused(signed(id -> id.subject("caseworker1")), NONCE);
    }

    @Test
    void aGoodAccessTokenIsBelieved() throws Exception {
        assertEquals(
                SUB, check.accessToken(access("at+jwt", claims -> claims)).sub().toString());
    }

    @Test
    void anIdTokenOpensNoInterface() throws Exception {
        String idToken =
                signed(id -> id.audience(List.of("himaye-web", "himaye-api"))).serialize();

        assertThrows(SigninRejected.class, () -> check.accessToken(idToken));
    }

    @Test
    void accessTokensOfOtherAudienceIssuerAgeOrTypeAreRefused() {
        assertThrows(SigninRejected.class, () -> check.accessToken(access("at+jwt", c -> c.audience("himaye-web"))));
        assertThrows(
                SigninRejected.class, () -> check.accessToken(access("at+jwt", c -> c.issuer("http://elsewhere"))));
        assertThrows(
                SigninRejected.class, () -> check.accessToken(access("at+jwt", c -> c.expirationTime(new Date(0)))));
        assertThrows(SigninRejected.class, () -> check.accessToken(access("JWT", c -> c)));
        assertThrows(SigninRejected.class, () -> check.accessToken("nonsense"));
        assertThrows(
                SigninRejected.class,
                () -> check.accessToken(new PlainJWT(accessClaims().build()).serialize()));
    }

    @Test
    void aLogoutTokenTellsWhoseSessionIsOver() throws Exception {
        TokenCheck.Ended ended = check.logoutToken(logout("logout+jwt", claims -> claims));

        assertEquals(SUB, ended.sub().toString());
        assertEquals("sid-1", ended.providerSession());
    }

    @Test
    @Tag("ASVS-10.5.5")
    void aLogoutTokenThatIsNoneEndsNothing() throws Exception {
        for (String token : List.of(
                logout("JWT", c -> c),
                logout("logout+jwt", c -> c.claim("events", null)),
                logout("logout+jwt", c -> c.claim("nonce", "n-1")),
                logout("logout+jwt", c -> c.claim("sid", null)),
                logout("logout+jwt", c -> c.audience("other")),
                logout("logout+jwt", c -> c.issuer("http://elsewhere")),
                logout("logout+jwt", c -> c.expirationTime(new Date(0))),
                signed(c -> c).serialize(),
                new PlainJWT(logoutClaims().build()).serialize(),
                "nonsense",
                "")) {
            assertThrows(SigninRejected.class, () -> check.logoutToken(token), token);
        }
    }

    @Test
    void anIdTokenOfARenewalNeedsNoNonceAndAllElse() throws Exception {
        assertEquals(
                SUB, check.renewed(signed(id -> id.claim("nonce", null))).sub().toString());
        assertThrows(SigninRejected.class, () -> check.renewed(signed(id -> id.audience("other"))));
    }

    private static String logout(String type, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.PS256)
                .keyID("provider")
                .type(new JOSEObjectType(type))
                .build();
        return sign(header, change.apply(logoutClaims()).build(), key).serialize();
    }

    private static JWTClaimsSet.Builder logoutClaims() {
        return claims("himaye-web")
                .claim("groups", null)
                .jwtID("j-1")
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    private static void refused(JWT token, Nonce nonce) {
        assertThrows(SigninRejected.class, () -> check.idToken(token, nonce));
    }

    private static JWT signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return sign(header("provider"), change.apply(idClaims()).build(), key);
    }

    private static String access(String type, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.PS256)
                .keyID("provider")
                .type(new JOSEObjectType(type))
                .build();
        return sign(header, change.apply(accessClaims()).build(), key).serialize();
    }

    private static JWT sign(JWSHeader header, JWTClaimsSet claims, RSAKey with) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(with));
        return token;
    }

    private static JWSHeader header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(keyId).build();
    }

    private static JWTClaimsSet.Builder idClaims() {
        return claims("himaye-web").claim("nonce", NONCE.getValue()).claim("azp", "himaye-web");
    }

    private static JWTClaimsSet.Builder accessClaims() {
        return claims("himaye-api");
    }

    private static JWTClaimsSet.Builder claims(String audience) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(SUB)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("sid", "sid-1")
                .claim("groups", List.of("job.caseworker", "case.read"));
    }

    private static RSAKey rsa(String keyId) throws JOSEException {
        return new RSAKeyGenerator(2048)
                .keyID(keyId)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.PS256)
                .generate();
    }
}
