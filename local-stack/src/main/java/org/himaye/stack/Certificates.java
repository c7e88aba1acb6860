package org.himaye.stack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The installation's own certificate authority, and the certificate with which its servers prove on this machine that they are
 * them. The JDK's {@code keytool} makes them; Java itself has no public way to sign a certificate.
 */
final class Certificates {

    static final String SERVER = "server";

    /** Forward secrecy and authenticated encryption only (OWASP ASVS 5.0, 12.1.2). */
    static final List<String> CIPHERS = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");

    private static final String AUTHORITY = "authority";
    private static final String TYPE = "PKCS12";
    private static final String PASSWORD = "HIMAYE_STORE";
    private static final String AUTHORITY_DAYS = "3650";
    /** What browsers accept at most (CA/Browser Forum, baseline requirements 6.3.2). */
    private static final String SERVER_DAYS = "397";

    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final char[] password;

    Certificates(Places places, Secrets secrets) {
        this.folder = places.tls();
        this.password = secrets.of(Secrets.CERTIFICATES).toCharArray();
    }

    /** To be given to browsers and to a proxy in front: who trusts it trusts every server of this installation. */
    Path authority() {
        return folder.resolve("authority.pem");
    }

    Path certificate() {
        return folder.resolve("server.pem");
    }

    Path key() {
        return folder.resolve("server.key");
    }

    Path keyStore() {
        return folder.resolve("server.p12");
    }

    Path trustStore() {
        return folder.resolve("trust.p12");
    }

    private Path authorityStore() {
        return folder.resolve("authority.p12");
    }

    /**
     * Makes what is missing and renews what ends soon.
     *
     * @param publicToo whether servers also trust what the JDK trusts: they reach each other by public names then
     */
    void makeMissing(boolean publicToo) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (!Files.exists(authorityStore())) {
            keytool(List.of(
                    "-genkeypair",
                    "-alias",
                    AUTHORITY,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp384r1",
                    "-dname",
                    "CN=Himaye " + Hash.of(String.valueOf(password)).substring(0, 8) + ", OU=own certificate authority",
                    "-ext",
                    "bc:c=ca:true,pathlen:0",
                    "-ext",
                    "ku:c=keyCertSign,cRLSign",
                    "-validity",
                    AUTHORITY_DAYS));
        }
        KeyStore all = load(authorityStore());
        if (!all.containsAlias(SERVER) || endsSoon((X509Certificate) all.getCertificate(SERVER))) {
            if (all.containsAlias(SERVER)) {
                keytool(List.of("-delete", "-alias", SERVER));
            }
            keytool(List.of(
                    "-genkeypair",
                    "-alias",
                    SERVER,
                    "-signer",
                    AUTHORITY,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1",
                    "-ext",
                    "ku:c=digitalSignature",
                    "-ext",
                    "eku=serverAuth",
                    "-validity",
                    SERVER_DAYS));
            all = load(authorityStore());
        }
        hand(all, publicToo);
    }

    private static boolean endsSoon(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().isBefore(Instant.now().plus(RENEWED_BEFORE));
    }

    /** To each server in the form that it reads; the authority's key stays where it is. */
    private void hand(KeyStore all, boolean publicToo) throws IOException, GeneralSecurityException {
        Key key = all.getKey(SERVER, password);
        Certificate[] chain = all.getCertificateChain(SERVER);
        Certificate authority = all.getCertificate(AUTHORITY);
        KeyStore server = empty();
        server.setKeyEntry(SERVER, key, password, chain);
        write(server, keyStore());
        KeyStore trust = empty();
        trust.setCertificateEntry(AUTHORITY, authority);
        if (publicToo) {
            addWhatTheJdkTrusts(trust);
        }
        write(trust, trustStore());
        PrivateFile.write(authority(), pem("CERTIFICATE", authority.getEncoded()), "rw-r--r--");
        var certificates = new StringBuilder();
        for (Certificate each : chain) {
            certificates.append(pem("CERTIFICATE", each.getEncoded()));
        }
        PrivateFile.write(certificate(), certificates.toString(), "rw-r--r--");
        PrivateFile.write(key(), pem("PRIVATE KEY", key.getEncoded()), "rw-------");
    }

    private static void addWhatTheJdkTrusts(KeyStore trust) throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance(
                Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                        .toFile(),
                (char[]) null);
        for (String alias : Collections.list(known.aliases())) {
            trust.setCertificateEntry(alias, known.getCertificate(alias));
        }
    }

    private KeyStore load(Path file) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), password);
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        return store;
    }

    private void write(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        PrivateFile.write(file, bytes.toByteArray(), "rw-------");
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + what + "-----\n";
    }

    private void keytool(List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(
                List.of("-keystore", authorityStore().toString(), "-storetype", TYPE, "-storepass:env", PASSWORD));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of(PASSWORD, String.valueOf(password), "LC_ALL", "C"));
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new StackProblem("A certificate could not be made: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Stopped while making a certificate.", e);
        }
    }

    X509Certificate ofServer() {
        try {
            return (X509Certificate) load(keyStore()).getCertificate(SERVER);
        } catch (IOException | GeneralSecurityException e) {
            throw new StackProblem("The certificate in " + keyStore() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Trusts the servers of this installation and nobody else. */
    SSLContext trusting() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(load(trustStore()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new StackProblem("The certificates in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What a connection to PostgreSQL adds to its address. */
    Map<String, String> ofDatabase() {
        return Map.of("sslmode", "verify-full", "sslrootcert", authority().toString());
    }
}
