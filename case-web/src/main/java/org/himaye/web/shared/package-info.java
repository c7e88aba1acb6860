/**
 * What every page stands on: the frame with menu and quick exit, the tags of {@code urn:himaye:cw}, three languages, the way
 * values are written, and the kind answer when something goes wrong. {@link org.himaye.web.shared.Page} is the one list of
 * addresses; {@link org.himaye.web.shared.PageGate} lets nobody see an address that is not on it. Knows nothing of the
 * capabilities. How to write a page: case-web/README.md.
 */
package org.himaye.web.shared;
