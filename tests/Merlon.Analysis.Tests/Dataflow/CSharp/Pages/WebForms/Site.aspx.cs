using System;
using System.Web.UI;

public partial class Site : Page
{
    protected void Go_Click(object sender, EventArgs e)
    {
        Response.Write(Box.Text); // finds cross-site-scripting
        Response.Write(Server.HtmlEncode(Box.Text));
    }
}
