using System;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;
using System.Net.Mail;
using log4net;

public partial class RuleWeb : Page
{
    protected TextBox Name;
    protected Label Output;
    protected HiddenField Hidden;
    ILog log;

    protected void BadPage_Load(object sender, EventArgs e) => Response.Write("<b>" + Request.QueryString["n"] + "</b>"); // finds cross-site-scripting
    protected void GoodPage_Load(object sender, EventArgs e) => Response.Write("<b>" + Server.HtmlEncode(Request.QueryString["n"]) + "</b>");
    protected void BadLabel(object sender, EventArgs e) { Output.Text = Name.Text; } // finds cross-site-scripting
    protected void GoodLabel(object sender, EventArgs e) { Output.Text = HttpUtility.HtmlEncode(Name.Text); }
    protected void BadHidden(object sender, EventArgs e) { Output.Text = Hidden.Value; } // finds cross-site-scripting
    protected void GoodHidden(object sender, EventArgs e) { Output.Text = int.Parse(Hidden.Value).ToString(); }

    void BadRedirect() => Response.Redirect(Request["to"]); // finds open-redirect
    void GoodRedirect() => Response.Redirect("/home?to=" + HttpUtility.UrlEncode(Request["to"]));
    void BadHeader(HttpResponse resp) => resp.AddHeader("X-Lang", Request.Params.Get("lang")); // finds header-injection
    void GoodHeader(HttpResponse resp) => resp.AddHeader("X-Lang", HttpUtility.UrlEncode(Request.Params.Get("lang")));
    void BadSession() { Session["user"] = Request.Form["user"]; } // finds trust-boundary
    void GoodSession() { Session["user"] = "guest"; }
    void BadLog() => log.Info("user " + Request.QueryString["n"]); // finds log-injection
    void GoodLog() => log.Info("user " + Request.QueryString["n"].Replace("\n", ""));
    void BadMail(MailMessage m) { m.Subject = Request.Form["subject"]; } // finds mail-injection
    void GoodMail(MailMessage m) { m.Body = Request.Form["subject"]; }

    void BadCookie() { var k = new HttpCookie("a", "b"); k.HttpOnly = true; Response.Cookies.Add(k); } // finds insecure-cookie
    void GoodCookie() { var k = new HttpCookie("a", "b"); k.HttpOnly = true; k.Secure = true; Response.Cookies.Add(k); }
    void BadScriptCookie() { var k = new HttpCookie("a", "b") { Secure = true }; Response.Cookies.Add(k); } // finds cookie-readable-by-script
    void GoodScriptCookie() { var k = new HttpCookie("a", "b") { Secure = true, HttpOnly = true }; Response.Cookies.Add(k); }
    void BadCors() => Response.AddHeader("Access-Control-Allow-Origin", "*"); // finds permissive-cors
    void GoodCors() => Response.AddHeader("Access-Control-Allow-Origin", "https://example.org");
}

public class HomeController : Controller
{
    public ActionResult BadContent(string name) => Content("<b>" + name + "</b>"); // finds cross-site-scripting
    public ActionResult GoodContent(string name) => Content("<b>" + name + "</b>", "text/plain");
    public ActionResult BadGo(string to) => Redirect(to); // finds open-redirect
    public ActionResult GoodGo(string to) => RedirectToAction(to);
    public ActionResult BadHtml(string name) => View(new MvcHtmlString(name)); // finds cross-site-scripting
    public ActionResult GoodHtml(string name) => View(new MvcHtmlString(HttpUtility.HtmlEncode(name)));
    string Helper(string name) => Content(name).ToString(); 
}
