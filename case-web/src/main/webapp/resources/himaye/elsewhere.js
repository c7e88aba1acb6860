/* The last page of quick exit leads on to a site that has nothing to do with us. Without a network it stays: blank. */
if (navigator.onLine) location.replace(document.currentScript.dataset.to);
