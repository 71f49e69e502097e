using System.Web.Mvc;

public class HomeController : Controller
{
    public ActionResult Index(string name)
    {
        ViewBag.Message = name;
        return View();
    }
}
