using System.Collections.Immutable;
using Merlon.Core.Overviews;
using Merlon.Server.Pages.Words;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications.Files;

/// <summary>Files and folders, one a row, with what was found in each.</summary>
public partial class FolderTable
{
    private const int LicensesShown = 3;

    /// <summary>The public id of the application.</summary>
    [Parameter, EditorRequired]
    public string Application { get; set; } = "";

    /// <summary>The rows.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<FolderEntry> Entries { get; set; } = [];

    private static string Licenses(FolderEntry entry) =>
        string.Join(", ", entry.Licenses.Take(LicensesShown)) + (entry.LicenseKinds > LicensesShown ? $" and {Amount.Of(entry.LicenseKinds - LicensesShown)} more" : "");

    private static string Count(int? number) => number is > 0 and var some ? Amount.Of(some) : "";
}
