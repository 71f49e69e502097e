<h1>${title}</h1>
<p>${name}</p> <%-- finds cross-site-scripting --%>
<p>${person.name}</p> <%-- finds cross-site-scripting --%>
<p>${person.kind}</p>
<p><%= request.getAttribute("title") %></p>
<p><%= request.getAttribute("name") %></p> <%-- finds cross-site-scripting --%>
