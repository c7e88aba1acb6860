<#-- The frame of every sign-in page. Replaces the parent's, which needs inline scripts and shows the product's name. The head has no end
     tag, which HTML allows: before one Keycloak writes an inline script that the content policy blocks. signin.js does the same work. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#assign home=(client.baseUrl)!"/">
<!DOCTYPE html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${msg("neutralName")}</title>
  <link rel="icon" href="${url.resourcesPath}/img/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${url.resourcesPath}/css/plain.css">
  <script type="module" src="${url.resourcesPath}/js/signin.js"></script>
<body data-page-id="login-${pageId}" data-other-tab="${url.ssoLoginInOtherTabsUrl}"<#if authenticationSession??> data-signin="${authenticationSession.authSessionIdHash}"</#if>>
<div class="cw-plain">
<header class="cw-bar">
  <a class="cw-brand" href="${home}"><i aria-hidden="true"></i><span>${msg("neutralName")}</span></a>
  <div class="cw-bar-end">
    <#if locale?? && locale.supported?size gt 1>
    <nav class="cw-lang" id="kc-locale" aria-label="${msg("languages")}"><#list locale.supported as l><a href="${l.url}" lang="${l.languageTag}" title="${l.label}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${l.languageTag?upper_case}</a></#list></nav>
    </#if>
    <a class="cw-exit" id="quick-exit" href="${home}signin/exit">${msg("quickExit")}<kbd>Shift × 3</kbd></a>
  </div>
</header>
<main class="cw-plain-mid" id="main"><div class="cw-card">
  <h1 id="kc-page-title"><#nested "header"></h1>
  <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
  <p class="cw-muted" id="kc-username"><#nested "show-username"><b id="kc-attempted-username">${auth.attemptedUsername}</b> · <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
  </#if>
  <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
  <p class="cw-note cw-note-${message.type}" role="<#if message.type = 'error'>alert<#else>status</#if>">${kcSanitize(message.summary)?no_esc}</p>
  </#if>
  <#nested "form">
  <#if auth?has_content && auth.showTryAnotherWayLink()>
  <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
    <button class="cw-link" name="tryAnotherWay" value="on" type="submit">${msg("doTryAnotherWay")}</button>
  </form>
  </#if>
  <#if displayInfo><#nested "info"></#if>
</div></main>
<footer class="cw-plain-foot">${msg("sharedComputer")}</footer>
</div>
</body>
</html>
</#macro>

<#-- What people do who cannot sign in: nothing is reset by mail or by themselves, because a thief would do the same. -->
<#macro help>
<details class="cw-help" id="help"><summary>${msg("cannotSignIn")}</summary>
  <p>${msg("cannotSignInHow")}</p>
  <#if properties.helpLine?has_content><p>${msg("helpLine")} <b>${properties.helpLine}</b></p></#if>
  <p>${msg("cannotSignInNever")}</p>
</details>
</#macro>
