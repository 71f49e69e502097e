using Markdig;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Words;

/// <summary>Markdown that came with a scan. Markup inside it is shown as text: whoever wrote it may be anybody.</summary>
public partial class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    private MarkupString Html => new(Markdown.ToHtml(Text, Pipeline));
}
