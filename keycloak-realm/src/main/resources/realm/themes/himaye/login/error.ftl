<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${kcSanitize(msg("errorTitle"))?no_esc}
<#elseif section = "form">
  <#-- A wrong password is told on its own page. Here Keycloak says so of somebody who needs a second factor and has none. -->
  <p class="cw-note cw-note-error" id="kc-error-message" role="alert"><#if message.summary == msg("invalidUserMessage")>${msg("credentialSetupRequired")}<#else>${kcSanitize(message.summary)?no_esc}</#if></p>
  <#if traceId??><p class="cw-ref" id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
  <#if !skipLink?? && (client.baseUrl)?has_content><p><a id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a></p></#if>
  <@layout.help/>
</#if>
</@layout.registrationLayout>
