<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">${msg("webauthn-registration-title")}
<#elseif section = "form">
  <form id="register" action="${url.loginAction}" method="post">
    <input type="hidden" name="clientDataJSON"><input type="hidden" name="attestationObject"><input type="hidden" name="publicKeyCredentialId">
    <input type="hidden" name="transports"><input type="hidden" name="authenticatorAttachment"><input type="hidden" name="error">
    <div class="cw-field"><label for="authenticatorLabel">${msg("keyName")}</label>
      <input class="cw-input" id="authenticatorLabel" name="authenticatorLabel" type="text" maxlength="40" value="${msg("keyNameFirst")}" required></div>
    <div class="cw-field"><button class="cw-button" id="registerWebAuthn" type="button" disabled data-key="create"
      data-challenge="${challenge}" data-rp="${rpId}" data-rp-name="${rpEntityName}" data-user="${userid}" data-username="${username}"
      data-algorithms="<#list signatureAlgorithms as algorithm>${algorithm?c}<#sep> </#list>" data-attestation="${attestationConveyancePreference}"
      data-attachment="${authenticatorAttachment}" data-resident="${requireResidentKey}" data-verification="${userVerificationRequirement}"
      data-timeout="${createTimeout}" data-keys="${excludeCredentialIds?replace(",", " ")}"
      data-unsupported="${msg("webauthn-unsupported-browser-text")}">${msg("doRegisterSecurityKey")}</button></div>
  </form>
  <script type="module" src="${url.resourcesPath}/js/key.js"></script>
</#if>
</@layout.registrationLayout>
