using Merlon.Core.Outcomes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Merlon.Server.Pages;

/// <summary>A page that shows one thing that Core was asked for. It computes nothing and asks nobody.</summary>
public abstract class PageOf<TModel> : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}

/// <summary>The answer of a page's route: the page with what Core answered, or plain words for a refusal.</summary>
static class Page<TPage> where TPage : IComponent
{
    /// <summary>The page, or why it cannot be shown.</summary>
    public static async Task<IResult> Of<TModel>(Task<Outcome<TModel>> asked) => (await asked) switch
    {
        { Refusal: { } refusal } => Of(RefusedView.Of(refusal)),
        var answered => With(answered.Value!, StatusCodes.Status200OK),
    };

    /// <summary>On to <paramref name="next"/> once it was done, or why it was not.</summary>
    public static async Task<IResult> Done(Task<Outcome<Done>> asked, string next) => (await asked).Refusal is { } refusal ? Of(RefusedView.Of(refusal)) : new SeeOther(next);

    /// <summary>The page with something that was not asked of Core.</summary>
    public static IResult With(object model, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    private static IResult Of(RefusedView refused) => Page<RefusedPage>.With(refused, refused.Status);
}
