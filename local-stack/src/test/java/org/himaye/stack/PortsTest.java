package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void theOffsetMovesEveryPort() {
        assertEquals(5, new Ports(0).all().size());
        new Ports(0)
                .all()
                .forEach((port, use) -> assertEquals(use, new Ports(70).all().get(port + 70)));
    }

    @Test
    void anOffsetBeyondTheLastPortIsRefused() {
        assertThrows(StackProblem.class, () -> new Ports(20_000));
        assertThrows(StackProblem.class, () -> new Ports(-1));
    }

    @Test
    void aPortThatBrowsersRefuseIsRefusedAtOnce() {
        assertThrows(StackProblem.class, () -> new Ports(2000));
        assertThrows(StackProblem.class, () -> new Ports(1900));
        assertEquals(10_090, new Ports(2010).web());
    }

    @Test
    void aPortInUseIsNamedWithWhatItIsForAndWhatToDo() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertFalse(Ports.isFree(other.getLocalPort()));
            int offset = other.getLocalPort() - new Ports(0).web();
            if (offset >= 0 && offset <= 65535 - new Ports(0).postgres()) {
                var problem = assertThrows(StackProblem.class, () -> new Ports(offset).demandFree());
                assertTrue(problem.getMessage().contains("Port " + other.getLocalPort() + " (needed for the pages)"));
            }
        }
    }
}
