<%@ page import="java.sql.Statement" %>
<%!
  static final String PREFIX = "select * from ";

  void run(Statement statement, String table) throws Exception {
    statement.execute(PREFIX + table); // finds sql-injection
  }

  void runOne(Statement statement, String table) throws Exception {
    statement.execute(PREFIX + ("a".equals(table) ? "a" : "b"));
  }
%>
<%
  Statement statement = (Statement) application.getAttribute("statement");
  run(statement, request.getParameter("table"));
  runOne(statement, request.getParameter("table"));
%>
