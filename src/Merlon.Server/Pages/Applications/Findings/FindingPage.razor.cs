using Merlon.Core.Findings;

namespace Merlon.Server.Pages.Applications.Findings;

/// <summary>One finding: what it is, how it comes about, what people said of it.</summary>
public partial class FindingPage
{
    private FindingView View => Model.Finding;
}
