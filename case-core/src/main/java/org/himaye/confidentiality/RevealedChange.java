package org.himaye.confidentiality;

/**
 * One change of one attribute as its reader may see it.
 *
 * @param attribute {@code table.attribute}
 * @param before what stood there
 * @param after what was put there; empty when it was cleared
 */
public record RevealedChange(String attribute, Revealed<?> before, Revealed<?> after) {}
