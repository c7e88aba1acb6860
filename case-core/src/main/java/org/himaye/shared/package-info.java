/** The few value types and exceptions that every capability speaks. */
package org.himaye.shared;
