<#import "template.ftl" as layout>
<#assign wrong=messagesPerField.existsError('username','password')>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">${msg("loginAccountTitle")}
<#elseif section = "form">
  <form id="kc-form-login" action="${url.loginAction}" method="post">
    <#if wrong><p class="cw-note cw-note-error" id="input-error" role="alert">${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</p></#if>
    <#if !usernameHidden??>
    <div class="cw-field"><label for="username">${msg("username")}</label>
      <input class="cw-input" id="username" name="username" value="${(login.username!'')}" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" autofocus required<#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>></div>
    </#if>
    <div class="cw-field"><label for="password">${msg("password")}</label>
      <div class="cw-pw"><input class="cw-input" id="password" name="password" type="password" autocomplete="current-password" required<#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>>
        <button type="button" class="cw-show" data-shows="password" data-hide="${msg("hideWord")}" hidden>${msg("showWord")}</button></div></div>
    <input type="hidden" id="id-hidden-input" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
    <div class="cw-field"><button class="cw-button" id="kc-login" name="login" type="submit">${msg("doContinue")}</button></div>
  </form>
  <@layout.help/>
</#if>
</@layout.registrationLayout>
