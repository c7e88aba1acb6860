<#import "template.ftl" as layout>
<#assign wrong=messagesPerField.existsError('password','password-confirm')>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">${msg("updatePasswordTitle")}
<#elseif section = "form">
  <form id="kc-passwd-update-form" action="${url.loginAction}" method="post">
    <#if wrong><p class="cw-note cw-note-error" id="input-error-password" role="alert">${kcSanitize(messagesPerField.getFirstError('password','password-confirm'))?no_esc}</p></#if>
    <div class="cw-field"><label for="password-new">${msg("passwordNew")}</label><p class="cw-hint" id="hint">${msg("passwordHint")}</p>
      <div class="cw-pw"><input class="cw-input" id="password-new" name="password-new" type="password" autocomplete="new-password" aria-describedby="hint" autofocus required>
        <button type="button" class="cw-show" data-shows="password-new" data-hide="${msg("hideWord")}" hidden>${msg("showWord")}</button></div></div>
    <div class="cw-field"><label for="password-confirm">${msg("passwordConfirm")}</label>
      <input class="cw-input" id="password-confirm" name="password-confirm" type="password" autocomplete="new-password" required></div>
    <div class="cw-field"><button class="cw-button" id="kc-login" name="login" type="submit">${msg("doContinue")}</button></div>
  </form>
</#if>
</@layout.registrationLayout>
