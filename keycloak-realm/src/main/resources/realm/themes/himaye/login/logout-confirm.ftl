<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">${msg("logoutConfirmTitle")}
<#elseif section = "form">
  <form action="${url.logoutConfirmAction}" method="post">
    <p>${msg("logoutConfirmHeader")}</p>
    <input type="hidden" name="session_code" value="${logoutConfirm.code}">
    <div class="cw-field"><button class="cw-button" id="kc-logout" name="confirmLogout" type="submit">${msg("doLogout")}</button></div>
  </form>
</#if>
</@layout.registrationLayout>
