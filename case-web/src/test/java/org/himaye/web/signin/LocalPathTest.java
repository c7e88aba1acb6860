package org.himaye.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in leads back to where one was, and never anywhere else. */
class LocalPathTest {

    @Test
    void anAddressOfOursIsKeptWithItsQuery() {
        assertEquals(
                "/casefile/open.xhtml?number=V-7K3MQ2-X", LocalPath.safe("/casefile/open.xhtml?number=V-7K3MQ2-X"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "http://evil.example",
                "javascript:alert(1)",
                "",
                "/a b",
                "/a\r\nLocation: x",
                "/ə",
                "/signin/out",
                "/signin/callback?code=1"
            })
    void everythingElseIsTheStartPage(String path) {
        assertEquals("/", LocalPath.safe(path));
    }

    @Test
    void theNetworkOfAnAddressIsKeptAndTheMachineIsNot() {
        assertEquals("192.0.2.*", ClientKind.network("192.0.2.77"));
        assertEquals("2001:db8:1:*", ClientKind.network("2001:db8:1:2:3:4:5:6"));
        assertEquals("::*", ClientKind.network("::1"));
        assertEquals("-", ClientKind.network("unknown"));
    }

    /** ASVS 15.3.4. */
    @Test
    void onlyAProxyOfOursSaysWhereAPersonIs() {
        assertEquals("192.0.2.7", ClientKind.address("127.0.0.1", "10.0.0.1, 192.0.2.7", true));
        assertEquals("127.0.0.1", ClientKind.address("127.0.0.1", "192.0.2.7", false));
        assertEquals("198.51.100.1", ClientKind.address("198.51.100.1", "192.0.2.7", true));
        assertEquals("127.0.0.1", ClientKind.address("127.0.0.1", null, true));
    }
}
