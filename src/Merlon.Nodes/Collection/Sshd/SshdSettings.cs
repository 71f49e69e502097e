namespace Merlon.Nodes.Collection.Sshd;

/// <summary>A keyword's value in a block: <c>config</c>, or the criteria of a Match line.</summary>
sealed record SshdSetting(string Block, string Keyword, string Value);

/// <summary>Which lines count: of each keyword the first, except for those that add up (sshd_config(5)).</summary>
static class SshdSettings
{
    static readonly HashSet<string> AddUp = new(StringComparer.Ordinal)
        { "acceptenv", "allowgroups", "allowusers", "denygroups", "denyusers", "hostkey", "hostcertificate", "listenaddress", "port", "setenv", "subsystem" };

    public static IEnumerable<SshdSetting> Of(IEnumerable<string> lines)
    {
        var found = new Dictionary<(string Block, string Keyword), string>();
        var block = "config";
        foreach (var line in lines)
        {
            if (SshdConfigFile.Words(line) is not [var keyword, .. var arguments] || arguments.Length == 0) continue;
            var value = string.Join(' ', arguments);
            if (keyword == "match") block = value.Equals("all", StringComparison.OrdinalIgnoreCase) ? "config" : "match " + value;
            else if (!found.TryAdd((block, keyword), value) && AddUp.Contains(keyword)) found[(block, keyword)] += ", " + value;
        }

        return found.Select(setting => new SshdSetting(setting.Key.Block, setting.Key.Keyword, setting.Value));
    }
}
