using Merlon.Server.Pages.Words;

namespace Merlon.Server.Pages.Nodes.Packages;

/// <summary>The packages of a machine, vulnerable ones first.</summary>
public partial class NodePackagesPage
{
    private string Here => Address.OfNodePackages(Model.Head.Node.Key);
}
