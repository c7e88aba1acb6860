package org.himaye.acceptance;

import org.himaye.stack.Stack;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian, before it reads its file, where the stack's Payara is administered. */
public class StackOfArquillian implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Starter.class);
    }

    /** Made by Arquillian. */
    public static class Starter {

        void begin(@Observes(precedence = 100) ManagerStarted event) {
            Stack stack = Stack.shared();
            System.setProperty("himaye.admin.port", String.valueOf(stack.ports().payaraAdmin()));
            System.setProperty("himaye.admin.password", stack.administratorPassword());
        }
    }
}
