<#import "template.ftl" as layout>
<#assign wrong=messagesPerField.existsError('totp')>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">${msg("loginOtpOneTime")}
<#elseif section = "form">
  <form id="kc-otp-login-form" action="${url.loginAction}" method="post">
    <#if wrong><p class="cw-note cw-note-error" id="input-error-otp-code" role="alert">${kcSanitize(messagesPerField.get('totp'))?no_esc}</p></#if>
    <#if otpLogin.userOtpCredentials?size gt 1>
    <fieldset class="cw-field"><legend>${msg("loginChooseAuthenticator")}</legend>
      <#list otpLogin.userOtpCredentials as credential>
      <label class="cw-choice"><input type="radio" name="selectedCredentialId" value="${credential.id}"<#if credential.id == otpLogin.selectedCredentialId> checked</#if>> ${credential.userLabel}</label>
      </#list></fieldset>
    </#if>
    <div class="cw-field"><label for="otp">${msg("otpHint")}</label>
      <input class="cw-input" id="otp" name="otp" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="6" autofocus required<#if wrong> aria-invalid="true" aria-describedby="input-error-otp-code"</#if>></div>
    <div class="cw-field"><button class="cw-button" id="kc-login" name="login" type="submit">${msg("doContinue")}</button></div>
  </form>
  <@layout.help/>
</#if>
</@layout.registrationLayout>
