using System.Text;
using Merlon.Analysis.Evidence.Licenses.Expressions;
using Merlon.Analysis.Evidence.Licenses.Spdx;
using YamlDotNet.Serialization;

namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>Knows the web pages of licences, and the licence files of widely used repositories.</summary>
internal sealed class LicenseAddresses
{
    static readonly string[] Endings = [".html", ".htm", ".txt", ".php", ".md", ".text", ".en", ".shtml", ".asp", ".aspx"];
    static readonly string[] Hosts = ["opensource.org/licenses/", "opensource.org/license/", "spdx.org/licenses/"];

    const string NuGet = "licenses.nuget.org/";

    static readonly string[] Plain = ["license", "licence", "copying", "licenses"];

    // Where a host shows a file of a repository: OWNER/NAME/blob/BRANCH/LICENSE, OWNER/NAME/BRANCH/LICENSE.
    static readonly string[] Pages = ["github.com", "gitlab.com", "bitbucket.org"];
    static readonly string[] RawHosts = ["raw.githubusercontent.com", "raw.github.com"];
    static readonly string[] Views = ["blob", "raw", "src"];
    static readonly string[] LicenseFiles = ["license", "licence", "copying", "unlicense"];

    readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> repositories = new(StringComparer.Ordinal);
    readonly SpdxIds ids;
    readonly ExpressionParser expressions;

    public LicenseAddresses(SpdxList list, SpdxIds ids, ExpressionParser expressions, string addresses, string projects)
    {
        (this.ids, this.expressions) = (ids, expressions);
        foreach (var license in list.Licenses.Where(l => ids.IsCurrent(l.Id)).OrderBy(l => l.Id.EndsWith("-only", StringComparison.Ordinal) ? 0 : 1).ThenBy(l => l.Id.Length))
        {
            // Several licences on one page are told apart by their anchors.
            if (license.Url.Contains('#', StringComparison.Ordinal)) known.TryAdd(Fold(license.Url, keepAnchor: true), license.Id);
            known.TryAdd(Fold(license.Url), license.Id);
            foreach (var host in Hosts) known.TryAdd(host + license.Id.ToLowerInvariant(), license.Id);
        }
        foreach (var (address, expression) in new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(addresses)) known[Fold(address)] = expression;
        foreach (var (expression, names) in new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<string>>>(projects))
            foreach (var name in names) repositories.Add(name, expression);
    }

    /// <summary>What the address licenses under, or null.</summary>
    public string? Find(ReadOnlySpan<byte> address)
    {
        if (address.Length > 200) return null;
        var text = Encoding.Latin1.GetString(address);
        var folded = Fold(text);
        if (text.Contains('#', StringComparison.Ordinal) && known.GetValueOrDefault(Fold(text, keepAnchor: true)) is { } part) return part;
        if (CreativeCommons(folded) is { } commons) return commons;
        if (folded.StartsWith(NuGet, StringComparison.Ordinal)) return expressions.Parse(Uri.UnescapeDataString(folded[NuGet.Length..]));
        return known.GetValueOrDefault(folded) ?? (folded.EndsWith("-license", StringComparison.Ordinal) ? known.GetValueOrDefault(folded[..^8]) : null)
            ?? PublishedForms.Of(folded).Select(form => known.GetValueOrDefault(form)).FirstOrDefault(id => id is not null) ?? ByName(folded) ?? FileName(folded) ?? Repository(folded);
    }

    // Registers of licences whose addresses end with an id: choosealicense.com/licenses/epl-2.0, .../license-list-data/main/text/MIT.txt
    string? ByName(string folded)
    {
        var name = folded[(folded.LastIndexOf('/') + 1)..];
        return folded.StartsWith("choosealicense.com/licenses/", StringComparison.Ordinal) || folded.StartsWith("directory.fsf.org/wiki/license:", StringComparison.Ordinal) || folded.Contains("/spdx/license-list-data/", StringComparison.Ordinal)
            ? ids.License(name.StartsWith("license:", StringComparison.Ordinal) ? name["license:".Length..] : name) : null;
    }

    // A repository's own licence file; one further down may license a part of it otherwise.
    string? Repository(string folded)
    {
        var parts = folded.Split('/');
        var isFile = parts.Length == 6 ? Array.IndexOf(Pages, parts[0]) >= 0 && Array.IndexOf(Views, parts[3]) >= 0 : parts.Length == 5 && Array.IndexOf(RawHosts, parts[0]) >= 0;
        return isFile && Array.IndexOf(LicenseFiles, parts[^1]) >= 0 ? repositories.GetValueOrDefault($"{parts[1]}/{parts[2]}") : null;
    }

    // .../LICENSE-MIT, .../MIT-LICENSE.txt, .../lgpl-2.1.txt: the file's name says which licence it is.
    string? FileName(string folded)
    {
        var name = folded[(folded.LastIndexOf('/') + 1)..];
        if (name.Length == folded.Length) return null;
        var words = name.Replace("license.", "license-", StringComparison.Ordinal).Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries);
        var id = string.Join('-', words.Where(w => Array.IndexOf(Plain, w) < 0));
        if (words.Length > 1 && words.Any(w => Array.IndexOf(Plain, w) >= 0)) return id == "apache" ? "Apache-2.0" : ids.License(id);
        return name.Contains('-', StringComparison.Ordinal) && char.IsAsciiDigit(name[^1]) ? ids.License(name) : null;
    }

    // creativecommons.org/licenses/by-nc/2.0/uk/legalcode, licensebuttons.net/l/by/4.0/88x31.png: the terms and the version, ported or not.
    string? CreativeCommons(string folded)
    {
        if (folded.IndexOf('?', StringComparison.Ordinal) is > 0 and var query) folded = folded[..query];
        if (folded.StartsWith("i.creativecommons.org/l/", StringComparison.Ordinal) || folded.StartsWith("licensebuttons.net/l/", StringComparison.Ordinal)) folded = "creativecommons.org/licenses/" + folded[(folded.IndexOf("/l/", StringComparison.Ordinal) + 3)..];
        for (var path = folded.StartsWith("creativecommons.org/", StringComparison.Ordinal) ? folded : ""; path.Contains('/', StringComparison.Ordinal); path = path[..path.LastIndexOf('/')])
        {
            if (known.GetValueOrDefault(path) is { } found) return found;
            var parts = path.Split('/');
            if (parts.Length == 4 && parts[1] == "licenses" && known.GetValueOrDefault($"spdx.org/licenses/cc-{parts[2]}-{parts[3]}") is { } id) return id;
        }
        return null;
    }

    static string Fold(string address, bool keepAnchor = false)
    {
        var folded = address.ToLowerInvariant();
        var scheme = folded.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) folded = folded[(scheme + 3)..];
        // What an archive of the web keeps of a page is the page: web.archive.org/web/20160330173339/https://...
        if (folded.StartsWith("web.archive.org/web/", StringComparison.Ordinal) && folded.IndexOf("/http", StringComparison.Ordinal) is > 0 and var kept) return Fold(folded[(kept + 1)..], keepAnchor);
        if (folded.StartsWith("www.", StringComparison.Ordinal)) folded = folded[4..];
        var anchor = folded.IndexOf('#', StringComparison.Ordinal);
        if (anchor > 0 && !keepAnchor) folded = folded[..anchor];
        folded = folded.TrimEnd('/', '.', ',', '*');
        foreach (var ending in Endings)
            if (folded.EndsWith(ending, StringComparison.Ordinal)) folded = folded[..^ending.Length];
        return folded.Replace("opensource.org/license/", "opensource.org/licenses/", StringComparison.Ordinal).TrimEnd('/');
    }
}
