<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<c:redirect url="/home"/>
<c:redirect url="${param.next}"/> <%-- finds open-redirect --%>
