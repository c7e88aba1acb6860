/**
 * The schema, its roles and its grants, owned by Liquibase.
 *
 * <p>One folder a capability under {@code db/changelog}, one reason per file. A table is granted to nobody until its own file grants it: the
 * application's role starts with nothing.
 */
package org.himaye.migrations;
