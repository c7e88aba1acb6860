package org.himaye.acceptance;

import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.DeploymentEvent;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;

/**
 * Classes that inherit their deployment share it: the first one deploys, the end of the run undeploys. By itself Arquillian does both for
 * every class, and each time the server needs a quarter of a minute.
 */
public class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Keeper.class);
    }

    /** Made by Arquillian. */
    public static class Keeper {

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> ofTheClass;

        @Inject
        private Event<DeploymentEvent> deployments;

        /** By the class that declares it. */
        private final Map<Class<?>, DeploymentScenario> shared = new HashMap<>();

        void generate(@Observes EventContext<GenerateDeployment> asked) {
            TestClass test = asked.getEvent().getTestClass();
            Class<?> declares = test.getMethod(org.jboss.arquillian.container.test.api.Deployment.class)
                    .getDeclaringClass();
            if (shared.containsKey(declares)) {
                ofTheClass.set(shared.get(declares));
                return;
            }
            asked.proceed();
            if (declares != test.getJavaClass()) {
                shared.put(declares, ofTheClass.get());
            }
        }

        void deploy(@Observes EventContext<DeployManagedDeployments> asked) {
            if (ofTheClass.get().deployedDeployments().isEmpty()) {
                asked.proceed();
            }
        }

        void undeploy(@Observes EventContext<UnDeployManagedDeployments> asked) {
            if (!shared.containsValue(ofTheClass.get())) {
                asked.proceed();
            }
        }

        /** While the container is still known. */
        void end(@Observes(precedence = 100) AfterSuite over, ContainerRegistry containers) {
            for (DeploymentScenario each : shared.values()) {
                for (Deployment deployed : each.deployedDeploymentsInUnDeployOrder()) {
                    deployments.fire(new UnDeployDeployment(
                            containers.getContainer(deployed.getDescription().getTarget()), deployed));
                }
            }
        }
    }
}
