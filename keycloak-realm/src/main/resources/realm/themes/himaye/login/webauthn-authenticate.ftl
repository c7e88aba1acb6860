<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">${msg("webauthn-login-title")}
<#elseif section = "form">
  <form id="webauth" action="${url.loginAction}" method="post">
    <input type="hidden" name="clientDataJSON"><input type="hidden" name="authenticatorData"><input type="hidden" name="signature">
    <input type="hidden" name="credentialId"><input type="hidden" name="userHandle"><input type="hidden" name="error">
    <p class="cw-hint">${msg("keyHint")}</p>
    <div class="cw-field"><button class="cw-button" id="authenticateWebAuthnButton" type="button" disabled data-key="get"
      data-challenge="${challenge}" data-rp="${rpId}" data-verification="${userVerification}" data-timeout="${createTimeout}"
      data-keys="<#if authenticators?? && isUserIdentified == 'true'><#list authenticators.authenticators as key>${key.credentialId}<#sep> </#list></#if>"
      data-unsupported="${msg("webauthn-unsupported-browser-text")}">${msg("webauthn-doAuthenticate")}</button></div>
  </form>
  <script type="module" src="${url.resourcesPath}/js/key.js"></script>
  <@layout.help/>
</#if>
</@layout.registrationLayout>
