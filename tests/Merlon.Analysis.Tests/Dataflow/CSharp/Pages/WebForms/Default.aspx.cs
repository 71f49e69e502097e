using System;
using System.Web.UI;

namespace Shop
{
    public partial class Default : Page
    {
        protected string Name, Clicked;
        protected string Fixed = "us";

        protected void Page_Load(object sender, EventArgs e)
        {
            Name = Request.QueryString["name"];
        }

        protected void Go_Click(object sender, EventArgs e)
        {
            Clicked = "Clicked: " + Request.Form["box"];
        }
    }
}
