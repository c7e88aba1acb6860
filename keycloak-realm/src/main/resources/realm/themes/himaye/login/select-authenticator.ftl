<#import "template.ftl" as layout>
<@layout.registrationLayout displayInfo=false; section>
<#if section = "header">${msg("loginChooseAuthenticator")}
<#elseif section = "form">
  <form id="kc-select-credential-form" action="${url.loginAction}" method="post">
    <#list auth.authenticationSelections as way>
    <div class="cw-field"><button class="cw-button" type="submit" name="authenticationExecution" value="${way.authExecId}">${msg(way.displayName)}</button></div>
    </#list>
  </form>
  <@layout.help/>
</#if>
</@layout.registrationLayout>
