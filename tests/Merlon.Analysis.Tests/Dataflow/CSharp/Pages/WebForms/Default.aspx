<%@ Page Language="C#" AutoEventWireup="true" CodeBehind="Default.aspx.cs" Inherits="Shop.Default" %>
<%@ Import Namespace="System.Data" %>
<html><body>
<form runat="server">
  <p><%= Name %></p> <%-- finds cross-site-scripting --%>
  <p><%: Name %></p>
  <p><%= Server.HtmlEncode(Name) %></p>
  <p><%= Fixed %></p>
  <p><%= Clicked %></p> <%-- finds cross-site-scripting --%>
  <a href="/x?<%: Name %>" onclick="f('<%: Name %>')">x</a> <%-- finds cross-site-scripting-place --%>
  <asp:Button ID="Go" runat="server" OnClick="Go_Click" Text="Go" />
  <% if (Request["x"] != null) { %>
    <b><%= Request["x"] %></b> <%-- finds cross-site-scripting --%>
  <% } else { %>
    <b><%= Fixed %></b>
  <% } %>
  <asp:Repeater runat="server"><ItemTemplate>
    <i><%# Eval("Name") %></i> <%-- finds cross-site-scripting --%>
    <i><%#: Eval("Name") %></i>
  </ItemTemplate></asp:Repeater>
</form></body></html>
