<% request.setAttribute("name", request.getParameter("name")); request.setAttribute("title", "constant"); %>
<jsp:include page="inner.jsp"/>
