package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainXmlTest {

    private static final String STOCK = """
            <domain>
              <resources/>
              <servers><server name="server"><application-ref ref="himaye"/><application-ref ref="other"/></server></servers>
              <applications><application name="himaye"/><application name="other"/></applications>
              <configs>
                <config name="server-config">
                  <iiop-service><iiop-listener id="orb" address="0.0.0.0"/></iiop-service>
                  <admin-service><jmx-connector address="0.0.0.0"/></admin-service>
                  <hazelcast-config-specific-configuration/>
                  <java-config><jvm-options>-Xmx512m</jvm-options><jvm-options>-server</jvm-options></java-config>
                  <network-config>
                    <protocols><protocol name="p"><http/></protocol></protocols>
                    <network-listeners>
                      <!-- <network-listener name="http-listener-1" address="commented"/> -->
                      <network-listener name="http-listener-1" port="8080"/>
                      <network-listener name="http-listener-2" port="8181"/>
                      <network-listener name="admin-listener" port="4848"/>
                    </network-listeners>
                  </network-config>
                </config>
                <config name="default-config"><network-listener name="http-listener-1" port="${PORT}"/></config>
              </configs>
            </domain>
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void stockFile() throws Exception {
        file = folder.resolve("domain.xml");
        Files.writeString(file, STOCK);
    }

    private String changed() throws Exception {
        var xml = DomainXml.read(file);
        xml.listenOnLoopbackOnly(8090, 4858);
        xml.hardenHttp(1000);
        xml.jvmOptions(List.of("-Xmx"), List.of("-Xmx1g"));
        xml.pool("himaye", "jdbc/himaye", Map.of("max-pool-size", "5"), Map.of("user", "himaye_app"));
        xml.forgetApplication("himaye");
        xml.write(file);
        return Files.readString(file);
    }

    @Test
    void onlyPagesAndAdministrationListenAndOnLoopback() throws Exception {
        String result = changed();
        assertFalse(result.contains("0.0.0.0\" id=\"orb\"/>"));
        assertTrue(result.contains("<network-listener address=\"127.0.0.1\" name=\"http-listener-1\" port=\"8090\"/>"));
        assertTrue(result.contains("<network-listener address=\"127.0.0.1\" name=\"admin-listener\" port=\"4858\"/>"));
        assertTrue(result.contains(
                "<network-listener address=\"127.0.0.1\" enabled=\"false\" name=\"http-listener-2\" port=\"8181\"/>"));
        assertTrue(result.contains("<iiop-listener address=\"0.0.0.0\" enabled=\"false\" id=\"orb\"/>"));
        assertTrue(result.contains("<jmx-connector address=\"0.0.0.0\" enabled=\"false\"/>"));
        assertTrue(result.contains("<hazelcast-config-specific-configuration enabled=\"false\"/>"));
        assertTrue(result.contains("type=\"DISABLED\""));
        assertTrue(result.contains("<microprofile-metrics-configuration enabled=\"false\"/>"));
        assertTrue(result.contains("<microprofile-openapi-configuration enabled=\"false\"/>"));
        assertTrue(result.contains("<phone-home-runtime-configuration enabled=\"false\"/>"));
        assertTrue(result.contains("port=\"${PORT}\""), "templates stay as they are");
    }

    @Test
    void pagesAreNeverCompressedTogetherWithWhatAStrangerSends() throws Exception {
        String types = changed().replaceFirst("(?s).*compressable-mime-type=\"([^\"]*)\".*", "$1");
        assertTrue(types.contains("text/css"));
        assertFalse(types.contains("html") || types.contains("json"));
    }

    @Test
    void changingTwiceIsChangingOnce() throws Exception {
        assertEquals(changed(), changed());
    }

    @Test
    void anOlderApplicationIsForgottenAndOthersStay() throws Exception {
        String result = changed();
        assertFalse(result.contains("ref=\"himaye\"") || result.contains("<application name=\"himaye\"/>"));
        assertTrue(result.contains("<application name=\"other\"/>"));
    }

    @Test
    void memoryOptionIsReplacedAndTheRestStays() throws Exception {
        changed();
        assertEquals(List.of("-server", "-Xmx1g"), DomainXml.read(file).allJvmOptions());
    }
}
