/**
 * That the same person has a case at another institution (domain.md 3.4, BR-037): one house asks with her agreement, the other confirms
 * or declines, she takes it back whenever she likes. ASKED, then LINKED or DECLINED; each of them ends as ENDED. Two people stay two
 * rows, and no content goes through a link. Entry point: {@link org.himaye.link.LinkService}.
 */
package org.himaye.link;
