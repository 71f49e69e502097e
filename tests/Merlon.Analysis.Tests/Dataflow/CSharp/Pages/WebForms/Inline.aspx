<%@ Page Language="C#" %>
<script runat="server">
    string name;
    void Page_Load(object sender, EventArgs e)
    {
        name = Request["name"];
        if (name.Length < 3) Response.Write("fixed");
        else Response.Write(name); // finds cross-site-scripting
    }
</script>
<p><%= name %></p> <%-- finds cross-site-scripting --%>
<p><%= HttpUtility.HtmlEncode(name) %></p>
