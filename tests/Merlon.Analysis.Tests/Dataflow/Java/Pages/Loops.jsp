<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<c:forEach var="tag" items="${paramValues.tag}">
  <li>${tag}</li> <%-- finds cross-site-scripting --%>
  <li><c:out value="${tag}"/></li>
</c:forEach>
<c:forEach var="number" begin="1" end="${param.count}">
  <li>${number}</li>
</c:forEach>
<% for (String name : request.getParameterValues("name")) { %>
  <li><%= name %></li> <%-- finds cross-site-scripting --%>
  <li><%= name.length() %></li>
<% } %>
