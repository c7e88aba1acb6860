<#import "template.ftl" as layout>
<#assign wrong=messagesPerField.existsError('totp','userLabel')>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">${msg("loginTotpTitle")}
<#elseif section = "form">
  <ol class="cw-steps" id="kc-totp-settings">
    <li>${msg("loginTotpStep1")}</li>
    <li>${msg("loginTotpStep2")}
      <img id="kc-totp-secret-qr-code" width="200" height="200" src="data:image/png;base64,${totp.totpSecretQrCode}" alt="${msg("totpPicture")}">
      <p>${msg("totpKey")} <b class="cw-ref" id="kc-totp-secret-key">${totp.totpSecretEncoded}</b></p></li>
    <li>${msg("loginTotpStep3")}</li>
  </ol>
  <form id="kc-totp-settings-form" action="${url.loginAction}" method="post">
    <#if wrong><p class="cw-note cw-note-error" id="input-error-otp-code" role="alert">${kcSanitize(messagesPerField.getFirstError('totp','userLabel'))?no_esc}</p></#if>
    <div class="cw-field"><label for="totp">${msg("otpHint")}</label>
      <input class="cw-input" id="totp" name="totp" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="6" autofocus required<#if wrong> aria-invalid="true" aria-describedby="input-error-otp-code"</#if>></div>
    <div class="cw-field"><label for="userLabel">${msg("loginTotpDeviceName")}</label>
      <input class="cw-input" id="userLabel" name="userLabel" type="text" autocomplete="off" maxlength="40" value="${msg("deviceNameFirst")}" required></div>
    <input type="hidden" name="totpSecret" value="${totp.totpSecret}">
    <#if mode??><input type="hidden" name="mode" value="${mode}"></#if>
    <div class="cw-field"><button class="cw-button" id="saveTOTPBtn" type="submit">${msg("doContinue")}</button></div>
  </form>
</#if>
</@layout.registrationLayout>
