<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=true; section>
<#if section = "header">${kcSanitize(msg("webauthn-error-title"))?no_esc}
<#elseif section = "form">
  <form id="kc-error-credential-form" action="${url.loginAction}" method="post">
    <input type="hidden" name="authenticationExecution" value="${execution}">
    <input type="hidden" name="isSetRetry" value="retry">
    <div class="cw-field"><button class="cw-button" id="kc-try-again" type="submit">${kcSanitize(msg("doTryAgain"))?no_esc}</button></div>
  </form>
  <@layout.help/>
</#if>
</@layout.registrationLayout>
