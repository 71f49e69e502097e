<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
${param.name} <%-- finds cross-site-scripting --%>
\${param.name}
<%-- ${param.name} --%>
${param['name']} <%-- finds cross-site-scripting --%>
${paramValues.name[0]} <%-- finds cross-site-scripting --%>
<input value="${header['Referer']}"> <%-- finds cross-site-scripting --%>
${cookie.theme.value} <%-- finds cross-site-scripting --%>
${empty param.name}
${param.name == 'a}b' ? "yes" : 'no'}
${empty param.name ? "nobody" : param.name} <%-- finds cross-site-scripting --%>
${param.count * 2 + 1}
${"Hello " += param.name} <%-- finds cross-site-scripting --%>
${fn:length(param.name)}
${fn:escapeXml(param.name)}
${fn:toUpperCase(param.name)} <%-- finds cross-site-scripting --%>
${pageContext.request.queryString} <%-- finds cross-site-scripting --%>
${pageContext.request.contextPath}
${requestScope.name} ${sessionScope['name']} ${unknown} ${unknown.member}
${not even an expression
