<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<p><c:out value="${name}"/></p>
