package org.himaye.disclosure;

import org.himaye.shared.PageAsked;

/**
 * Which part of the register.
 *
 * @param number of a case, or null
 */
public record DisclosureQuery(DisclosureState state, ReceiverKind receiver, String number, PageAsked page) {}
