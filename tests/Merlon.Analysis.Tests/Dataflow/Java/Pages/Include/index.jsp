<%@ include file="start.jspf" %>
<h1><%= title %></h1>
<h1><%= user %></h1> <%-- finds cross-site-scripting --%>
<%@ include file="/end.jspf" %>
<%@ include file="index.jsp" %>
