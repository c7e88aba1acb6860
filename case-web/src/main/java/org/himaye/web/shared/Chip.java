package org.himaye.web.shared;

/**
 * One applied filter of a list, which a click takes away.
 *
 * @param label message key of its name
 * @param parameter of the page's address
 * @param value null when it is not applied
 */
public record Chip(String label, String parameter, Object value) {}
