<%@ page import="java.sql.*, java.util.ArrayList" %>
<%@ page import="java.util.List" session="true" %>
<%
  Connection connection = DriverManager.getConnection("jdbc:h2:mem:a");
  Statement statement = connection.createStatement();
  List<String> names = new ArrayList<>();
  String id = request.getParameter("id");
  if (id != null) {
%>
<h1>Found</h1>
<%  statement.executeQuery("select * from t where id = '" + id + "'"); // finds sql-injection
  } else { %>
<h1>Nothing</h1>
<%
  }
  PreparedStatement prepared = connection.prepareStatement("select * from t where id = ?");
  prepared.setString(1, id);
  names.add("safe");
  names.add(id);
  out.println(names.get(0));
  out.println(names.get(1)); // finds cross-site-scripting
  response.getWriter().println(id); // finds cross-site-scripting
%>
