using System.Collections.Immutable;
using Merlon.Core.Inventory.Folders;
using Merlon.Server.Pages.Pictures;
using Merlon.Server.Pages.Words;

namespace Merlon.Server.Pages.Applications.Files;

/// <summary>What lies in a folder of the scanned code, with its licences as a picture.</summary>
public partial class FolderPage
{
    private const int LicensesShown = 10;

    private string NextAddress(string folder, long after) => $"{Address.OfApplication(Model.Head.Application.PublicId)}/files?folder={Uri.EscapeDataString(folder)}&after={after}";

    private static ImmutableArray<Slice> Licenses(ScannedFolder folder) => [.. folder.Licenses.Take(LicensesShown).Select(license => new Slice(license.Expression, license.Files, "low"))];
}
