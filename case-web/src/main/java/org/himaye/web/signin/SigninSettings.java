package org.himaye.web.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** Where the identity provider is and how we prove to it who we are; given by whoever starts the server. */
@ApplicationScoped
public class SigninSettings {

    static final ClientID CLIENT = new ClientID("himaye-web");

    /** Who administers people; proves itself by the same key, since the same server holds it. */
    static final ClientID PEOPLE_CLIENT = new ClientID("himaye-people");

    /** What an access token must be meant for to open {@code /api}. */
    static final String API_AUDIENCE = "himaye-api";

    /** The level that the realm gives for a second factor of the last minutes. */
    static final ACR SECOND_FACTOR = new ACR("2");

    /** The one algorithm of the provider's tokens. */
    static final JWSAlgorithm TOKENS = JWSAlgorithm.PS256;

    private Issuer issuer;
    private URI address;
    private URI elsewhere;
    private ECKey clientKey;

    @PostConstruct
    void read() {
        issuer = new Issuer(required("himaye.issuer"));
        address = URI.create(required("himaye.address"));
        elsewhere = siteOf(required("himaye.elsewhere"));
        try {
            clientKey = ECKey.parse(Files.readString(Path.of(required("himaye.client.key"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("himaye.client.key is no key", e);
        }
    }

    private static String required(String name) {
        String value = System.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }

    /** Only a plain address of a site: it stands in a page. */
    private static URI siteOf(String address) {
        if (!address.matches("https://[A-Za-z0-9.-]+(/[A-Za-z0-9./_-]*)?")) {
            throw new IllegalStateException("himaye.elsewhere is no address of a site: https://name/");
        }
        return URI.create(address);
    }

    /** Where quick exit ends: a site that has nothing to do with us. */
    URI elsewhere() {
        return elsewhere;
    }

    Issuer issuer() {
        return issuer;
    }

    /** As browsers name it in {@code Origin}. */
    String origin() {
        return address.getScheme() + "://" + address.getAuthority();
    }

    URI callback() {
        return address.resolve(SigninCallback.PATH);
    }

    ECKey clientKey() {
        return clientKey;
    }
}
