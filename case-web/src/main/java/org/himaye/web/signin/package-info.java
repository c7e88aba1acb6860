/**
 * Sign-in by OpenID Connect: authorization code with PKCE, pushed requests and a key instead of a password for the client. A token
 * is read once, when it arrives, and then forgotten: the browser holds a random cookie, the server's HTTP session holds the id of a
 * row, and the row says who it is. {@link org.himaye.web.signin.SigninMechanism} guards every request; {@link
 * org.himaye.web.signin.SigninCallback} is where the identity provider sends people back to. What a person may do is not decided
 * here.
 */
package org.himaye.web.signin;
