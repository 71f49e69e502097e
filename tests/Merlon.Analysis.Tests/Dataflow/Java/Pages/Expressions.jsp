<%@ page contentType="text/html;charset=UTF-8" %>
<html>
<body>
  <p>Grüße: <%= request.getParameter("name") %></p> <%-- finds cross-site-scripting --%>
  <p>Age: <%= Integer.parseInt(request.getParameter("age")) %></p>
  <p><%= "no data" %></p>
  <p><%= request.getHeader("User-Agent") // finds cross-site-scripting
  %></p>
  <p><%= request.getContextPath() %></p>
  <a title="<%= request.getParameter("title") %>" href="index.jsp">home</a> <%-- finds cross-site-scripting --%>
  <a title='<%= org.springframework.web.util.HtmlUtils.htmlEscape(request.getParameter("title")) %>'>home</a>
</body>
</html>
