<h1>${name}</h1> <%-- finds cross-site-scripting --%>
<h1>${title}</h1>
