using Merlon.Server.Apis.Wire;
using Merlon.Server.Authentication;
using Merlon.Server.Pages.Applications;
using Merlon.Server.Pages.Applications.Files;
using Merlon.Server.Pages.Applications.Findings;
using Merlon.Server.Pages.Assets;
using Merlon.Server.Pages.Entry;
using Merlon.Server.Pages.Home;
using Merlon.Server.Pages.Nodes;
using Merlon.Server.Pages.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Pages;

/// <summary>
/// The pages, whole: components rendered on the server from what Core answers, without a script. A route asks Core once and shows the outcome,
/// so that a refusal has its status before the first byte.
/// </summary>
static class Website
{
    public static void AddWebsite(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "merlon-form";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.FormFieldName = "form-token";
        });
        services.AddScoped<PageContext>().AddScoped<Sessions>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        AssetRoutes.Map(routes);
        var pages = routes.MapGroup("").WithMetadata(new IsPage()).ExcludeFromDescription();
        EntryRoutes.Map(pages);
        HomeRoutes.Map(pages);
        ApplicationRoutes.Map(pages);
        FindingRoutes.Map(pages);
        FileRoutes.Map(pages);
        NodeRoutes.Map(pages);
        SearchRoutes.Map(pages);
        pages.MapGet("/{**rest}", () => Page<RefusedPage>.With(RefusedView.NoPage, RefusedView.NoPage.Status)).Open();
    }
}
