<%@ Page Language="C#" CodeFile="Site.aspx.cs" Inherits="Site" %>
<asp:TextBox ID="Box" runat="server" />
<asp:Button ID="Go" runat="server" OnClick="Go_Click" />
