<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<c:redirect url="/home"/>
<c:redirect url="${param.next}"/> <%-- finds open-redirect --%>
<jsp:include page="/home.jsp"/>
<jsp:include page="/${param.page}.jsp"/> <%-- finds path-traversal --%>
