/**
 * About 120 invented cases for a database that the first migration marked {@code demo}: deterministic, with business dates over
 * two years, made once through the same services as everything else, each act by the demo person whose work it is. Loads only into
 * an empty database and refuses any other kind. Entry point {@link org.himaye.demo.DemoStart}.
 */
package org.himaye.demo;
