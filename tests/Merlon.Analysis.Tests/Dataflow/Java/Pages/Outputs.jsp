<%@ taglib prefix="core" uri="http://java.sun.com/jsp/jstl/core" %>
<core:out value="${param.name}"/>
<core:out value="${param.name}" escapeXml="true"/>
<core:out value="${param.name}" escapeXml="false"/> <%-- finds cross-site-scripting --%>
<core:out value="${missing}">${param.name}</core:out>
<core:out value="${missing}" default="<%= request.getParameter("name") %>" escapeXml="false"/> <%-- finds cross-site-scripting --%>
<other:tag value="${param.name}">${param.name}</other:tag> <%-- finds cross-site-scripting --%>
