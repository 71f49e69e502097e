using Microsoft.AspNetCore.Mvc;

namespace Shop;

public sealed class Visitor
{
    public string Name { get; set; }
    public int Age { get; set; }
    public string Fixed { get; set; }
}

public sealed class HomeController : Controller
{
    public IActionResult Greeting(string name) => View(new Visitor { Name = name, Fixed = "us" });

    public IActionResult Places(string name, int age)
    {
        ViewBag.Title = name;
        ViewData["Heading"] = name;
        ViewData["Number"] = age;
        return View("Places", new Visitor { Name = name, Age = age, Fixed = "us" });
    }

    public IActionResult Flow(string name) => View(new Visitor { Name = name, Fixed = "us" });

    public IActionResult Parts(string name) => View((object)new Visitor { Name = name });
}
