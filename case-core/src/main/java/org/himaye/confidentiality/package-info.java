/** The one door to victim data. Entities hold only sealed values; {@link org.himaye.confidentiality.Gate} asks the one field policy, has the access recorded durably and only then unwraps the key. Acts enter through {@link org.himaye.confidentiality.Act}. Depends on no capability but the access log. */
package org.himaye.confidentiality;
