/**
 * The whole system on one machine: PostgreSQL, Keycloak and Payara with the EAR, on loopback only, for run, tests and benchmarks.
 *
 * <p>{@link org.himaye.stack.Main} is what {@code ./himaye} starts, {@link org.himaye.stack.Stack} is what tests use.
 */
package org.himaye.stack;
