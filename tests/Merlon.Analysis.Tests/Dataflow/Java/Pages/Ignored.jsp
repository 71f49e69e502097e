<%@ page isELIgnored="true" %>
${param.name}
<%= request.getParameter("name") %> <%-- finds cross-site-scripting --%>
