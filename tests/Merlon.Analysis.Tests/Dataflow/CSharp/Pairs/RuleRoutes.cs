using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

public class AccountController : Controller
{
    [HttpGet, Authorize] public IActionResult Show(int id) => Ok();
    [HttpGet] public IActionResult BadList(int id) => Ok(); // finds missing-authorization
    [HttpGet, AllowAnonymous] public IActionResult GoodList(int id) => Ok();
    [HttpPost, Authorize, ValidateAntiForgeryToken] public IActionResult Save(int id) => Ok();
    [HttpPost, Authorize] public IActionResult BadSave(int id) => Ok(); // finds csrf-token-not-checked
    [HttpPost, Authorize, ValidateAntiForgeryToken] public IActionResult GoodSave(int id) => Ok();
}

[Authorize, AutoValidateAntiforgeryToken]
public class SettingsController : Controller
{
    [HttpPost] public IActionResult GoodByType(int id) => Ok();
}

[ApiController, Authorize]
public class PricesController : ControllerBase
{
    [HttpPost] public IActionResult GoodWithoutPages(int id) => Ok();
}
