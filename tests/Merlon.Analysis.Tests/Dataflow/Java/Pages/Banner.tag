<%@ tag body-content="empty" %>
<%@ attribute name="title" required="true" %>
<h1>${title}</h1>
<h2>${param.subtitle}</h2> <%-- finds cross-site-scripting --%>
