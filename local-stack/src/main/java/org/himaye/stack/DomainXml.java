package org.himaye.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Payara's configuration, changed by parsing: the file holds commented and template listeners that a text search would hit.
 *
 * <p>Every change may be made again on its own result.
 */
final class DomainXml {

    private static final String SERVER = "server";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int SWALLOWED = 1 << 20;

    private final Document document;
    private final Element config;

    private DomainXml(Document document) {
        this.document = document;
        this.config = elements("config").stream()
                .filter(named("server-config"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("domain.xml has no server-config"));
    }

    static DomainXml read(Path file) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new DomainXml(factory.newDocumentBuilder().parse(file.toFile()));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("Cannot read " + file, e);
        }
    }

    void write(Path file) throws IOException {
        try {
            var text = new StringWriter();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            PrivateFile.write(file, text.toString(), "rw-------");
        } catch (TransformerException e) {
            throw new IOException("Cannot write " + file, e);
        }
    }

    /** Pages and administration on loopback; everything else that would listen or call home is off. */
    void listenOnLoopbackOnly(int webPort, int adminPort) {
        for (Element listener : within(config, "network-listener")) {
            listener.setAttribute("address", LOOPBACK);
            switch (listener.getAttribute("name")) {
                case "http-listener-1" -> listener.setAttribute("port", String.valueOf(webPort));
                case "admin-listener" -> listener.setAttribute("port", String.valueOf(adminPort));
                default -> listener.setAttribute("enabled", "false");
            }
        }
        within(config, "iiop-listener").forEach(listener -> listener.setAttribute("enabled", "false"));
        within(config, "jmx-connector").forEach(connector -> connector.setAttribute("enabled", "false"));
        within(config, "hazelcast-config-specific-configuration")
                .forEach(grid -> grid.setAttribute("enabled", "false"));
        if (within(config, "jms-service").isEmpty()) {
            // Without this element a default one opens 7676 at first use.
            Element service =
                    append(config, "jms-service", Map.of("type", "DISABLED", "default-jms-host", "default_JMS_host"));
            append(service, "jms-host", Map.of("name", "default_JMS_host", "host", "localhost", "port", "7676"));
        }
        // Nobody reads them here, and they would tell every person who is signed in about pools and addresses.
        for (String endpoint : List.of("microprofile-metrics-configuration", "microprofile-openapi-configuration")) {
            if (within(config, endpoint).isEmpty()) {
                append(config, endpoint, Map.of());
            }
            within(config, endpoint).forEach(offered -> offered.setAttribute("enabled", "false"));
        }
        if (within(document.getDocumentElement(), "phone-home-runtime-configuration")
                .isEmpty()) {
            append(document.getDocumentElement(), "phone-home-runtime-configuration", Map.of("enabled", "false"));
        }
    }

    void hardenHttp(long maxPostBytes) {
        for (Element http : within(config, "http")) {
            http.setAttribute("server-header", "false");
            http.setAttribute("xpowered-by", "false");
            http.setAttribute("trace-enabled", "false");
            // A proxy speaks HTTP/1.1 with it, and the server's HTTP/2 warns at every browser that leaves.
            http.setAttribute("http2-enabled", "false");
            http.setAttribute("cookie-same-site-enabled", "true");
            http.setAttribute("cookie-same-site-value", "Lax");
            // Pages stay as they are: what is secret and what a stranger can influence must not be compressed together
            // (BREACH).
            http.setAttribute("compression", "on");
            http.setAttribute(
                    "compressable-mime-type", "text/css,text/javascript,application/javascript,image/svg+xml");
            if (http.getParentNode() instanceof Element protocol
                    && named("admin-listener").test(protocol)) {
                // An EAR with its tests is larger than anything that a person sends.
                http.removeAttribute("max-post-size-bytes");
                http.removeAttribute("max-form-post-size-bytes");
            } else {
                http.setAttribute("max-post-size-bytes", String.valueOf(maxPostBytes));
                http.setAttribute("max-form-post-size-bytes", String.valueOf(maxPostBytes));
                // What is left of a body that nobody wants is not waited for.
                http.setAttribute("max-swallowing-input-bytes", String.valueOf(SWALLOWED));
            }
        }
    }

    /** The pages over TLS 1.2 and 1.3 (OWASP ASVS 5.0, 12.1.1). */
    void serveTls(String certificate, Path keyStore, Path trustStore) {
        for (Element protocol : within(config, "protocol")) {
            if (protocol.getAttribute("name").equals("http-listener-1")) {
                protocol.setAttribute("security-enabled", "true");
                Element ssl = within(protocol, "ssl").isEmpty()
                        ? append(protocol, "ssl", Map.of())
                        : within(protocol, "ssl").getFirst();
                ssl.setAttribute("classname", "com.sun.enterprise.security.ssl.GlassfishSSLImpl");
                ssl.setAttribute("cert-nickname", certificate);
                ssl.setAttribute("ssl2-enabled", "false");
                ssl.setAttribute("ssl3-enabled", "false");
                ssl.setAttribute("tls-enabled", "false");
                ssl.setAttribute("tls11-enabled", "false");
                ssl.setAttribute("tls12-enabled", "true");
                ssl.setAttribute("tls13-enabled", "true");
                ssl.setAttribute("ssl3-tls-ciphers", "+" + String.join(",+", Certificates.CIPHERS));
            }
        }
        jvmOptions(
                List.of("-Djavax.net.ssl.keyStore=", "-Djavax.net.ssl.trustStore="),
                List.of("-Djavax.net.ssl.keyStore=" + keyStore, "-Djavax.net.ssl.trustStore=" + trustStore));
    }

    /** Options that begin like one of these are replaced. */
    void jvmOptions(List<String> replacedPrefixes, List<String> options) {
        Element java = within(config, "java-config").getFirst();
        for (Element option : within(java, "jvm-options")) {
            String text = option.getTextContent();
            if (replacedPrefixes.stream().anyMatch(text::startsWith) || options.contains(text)) {
                java.removeChild(option);
            }
        }
        for (String option : options) {
            append(java, "jvm-options", Map.of()).setTextContent(option);
        }
    }

    List<String> allJvmOptions() {
        return within(within(config, "java-config").getFirst(), "jvm-options").stream()
                .map(Element::getTextContent)
                .toList();
    }

    void pool(String name, String jndiName, Map<String, String> attributes, Map<String, String> properties) {
        Element resources = elements("resources").getFirst();
        Element server =
                elements("server").stream().filter(named(SERVER)).findFirst().orElseThrow();
        removeFrom(resources, "jdbc-connection-pool", "name", name);
        removeFrom(resources, "jdbc-resource", "jndi-name", jndiName);
        removeFrom(server, "resource-ref", "ref", jndiName);
        append(resources, "jdbc-resource", Map.of("pool-name", name, "jndi-name", jndiName));
        Element pool = append(resources, "jdbc-connection-pool", attributes);
        pool.setAttribute("name", name);
        properties.forEach((key, value) -> append(pool, "property", Map.of("name", key, "value", value)));
        append(server, "resource-ref", Map.of("ref", jndiName));
    }

    /** An older application would first be loaded and then be replaced. */
    void forgetApplication(String name) {
        for (Element applications : elements("applications")) {
            removeFrom(applications, "application", "name", name);
        }
        for (Element server : elements("server")) {
            removeFrom(server, "application-ref", "ref", name);
        }
    }

    private static void removeFrom(Element parent, String tag, String attribute, String value) {
        for (Element element : within(parent, tag)) {
            if (element.getAttribute(attribute).equals(value)) {
                element.getParentNode().removeChild(element);
            }
        }
    }

    private Element append(Element parent, String tag, Map<String, String> attributes) {
        Element element = document.createElement(tag);
        attributes.forEach(element::setAttribute);
        parent.appendChild(element);
        return element;
    }

    private static Predicate<Element> named(String name) {
        return element -> element.getAttribute("name").equals(name);
    }

    private List<Element> elements(String tag) {
        return within(document.getDocumentElement(), tag);
    }

    private static List<Element> within(Element parent, String tag) {
        var found = new ArrayList<Element>();
        var nodes = parent.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getNodeType() == Node.ELEMENT_NODE) {
                found.add(element);
            }
        }
        return found;
    }
}
