<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<c:set var="tainted" value="Hello ${param.name}"/>
<c:set var="clean" value="Hello"/>
${tainted} <%-- finds cross-site-scripting --%>
${clean}
<c:set var="tainted" value="world"/>
${tainted}
<c:set var="shared" scope="session" value="${param.name}"/> <%-- finds trust-boundary --%>
${sessionScope.shared} ${requestScope.shared} <%-- finds cross-site-scripting --%>
<c:set var="body">Hello ${param.name}</c:set>
<c:out value="${body}"/>
${body} <%-- finds cross-site-scripting --%>
<c:choose>
  <c:when test="${empty param.name}"><c:set var="chosen" value="nobody"/></c:when>
  <c:otherwise><c:set var="chosen" value="${param.name}"/></c:otherwise>
</c:choose>
${chosen} <%-- finds cross-site-scripting --%>
<c:if test="${clean == 'Hello'}"><c:set var="other" value="constant"/></c:if>
${other}
<% request.setAttribute("made", request.getParameter("made")); %>
${made} <%-- finds cross-site-scripting --%>
<% pageContext.setAttribute("made", "here"); %>
${made}
