<p>${name}</p> <%-- finds cross-site-scripting --%>
<p>${title}</p>
