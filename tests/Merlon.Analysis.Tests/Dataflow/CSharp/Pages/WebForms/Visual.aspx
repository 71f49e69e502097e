<%@ Page Language="VB" %>
<p><%= Request("name") %></p>
