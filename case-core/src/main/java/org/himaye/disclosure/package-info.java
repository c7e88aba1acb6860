/**
 * What leaves the house (domain.md 4.3): somebody asks for data, a caseworker checks consent and basis, a supervisor who is neither decides,
 * the person is told, and only the listed fields go, watermarked and for a time. Life: {@link org.himaye.disclosure.DisclosureState}. The
 * register outlives the case, without a value (docs/adr/0031). Entry point for pages is {@link org.himaye.disclosure.DisclosureService}.
 */
package org.himaye.disclosure;
