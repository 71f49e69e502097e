using System.Collections;
using Merlon.Core.Outcomes;
using Microsoft.Extensions.Configuration;

namespace Merlon.Server.Hosting.Settings;

/// <summary>Where settings come from. The later wins: a JSON file, the environment (<c>MERLON_*</c>), flags.</summary>
/// <param name="All">Every setting with its winning value.</param>
/// <param name="File">What the file alone says, so that a name it misspells can be told.</param>
/// <param name="Path">The file, or null when there is none.</param>
public sealed record SettingsSources(IConfiguration All, IConfiguration File, string? Path)
{
    /// <summary>The name of the file that is read from the data folder when no other is named.</summary>
    public const string FileName = "merlon.json";

    private const string Prefix = "MERLON_";

    /// <summary>
    /// Gathers them. The file is the one that the flag or variable <c>config</c> names, else <c>merlon.json</c> in the data folder.
    /// In a variable two underscores part a section from its setting and single ones count for nothing: <c>MERLON_PUBLIC_URL</c>
    /// is <c>publicUrl</c>, <c>MERLON_OUTBOUND__PROXY</c> is <c>outbound.proxy</c>.
    /// </summary>
    public static Outcome<SettingsSources> Gather(IEnumerable<KeyValuePair<string, string?>> flags, IDictionary environment)
    {
        var near = new ConfigurationBuilder().AddInMemoryCollection(Variables(environment)).AddInMemoryCollection(flags).Build();
        var named = near["config"];
        var path = named ?? System.IO.Path.Combine(DataFolder.Of(near["data"]), FileName);
        if (!System.IO.File.Exists(path))
            return named is null ? new SettingsSources(near, new ConfigurationBuilder().Build(), null) : new Refusal.Invalid("config", $"The configuration file '{named}' does not exist.");
        try
        {
            var file = new ConfigurationBuilder().AddJsonFile(System.IO.Path.GetFullPath(path), optional: false, reloadOnChange: false).Build();
            return new SettingsSources(new ConfigurationBuilder().AddConfiguration(file).AddConfiguration(near).Build(), file, path);
        }
        catch (InvalidDataException unreadable)
        {
            return new Refusal.Invalid("config", $"The configuration file '{path}' is not readable JSON: {unreadable.InnerException?.Message ?? unreadable.Message}");
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Variables(IDictionary environment) =>
        from name in environment.Keys.Cast<string>()
        where name.StartsWith(Prefix, StringComparison.Ordinal) && environment[name] is string { Length: > 0 }
        select KeyValuePair.Create(name[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), (string?)environment[name]);
}

/// <summary>Where an installation keeps its things.</summary>
public static class DataFolder
{
    /// <summary>The folder meant by <paramref name="text"/>: <c>~/.merlon</c> when nothing is said; a leading <c>~</c> is the home folder.</summary>
    public static string Of(string? text)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (string.IsNullOrWhiteSpace(text)) return System.IO.Path.Combine(home, ".merlon");
        return System.IO.Path.GetFullPath(text == "~" || text.StartsWith("~/", StringComparison.Ordinal) ? home + text[1..] : text);
    }
}
