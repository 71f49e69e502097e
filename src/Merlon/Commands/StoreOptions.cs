using System.CommandLine;
using Merlon.Core.Outcomes;
using Merlon.Server.Hosting;
using Merlon.Server.Hosting.Settings;

namespace Merlon.Commands;

/// <summary>The options that say where an installation keeps things, the same for every command that works on one.</summary>
sealed class StoreOptions
{
    private readonly Dictionary<string, Option<string?>> _options = new()
    {
        ["config"] = new("--config") { Description = "The configuration file (default: merlon.json in the data folder).", HelpName = "FILE" },
        ["data"] = new("--data") { Description = "The data folder (default: ~/.merlon).", HelpName = "DIR" },
        ["database"] = new("--database") { Description = "A PostgreSQL connection; SQLite in the data folder if not given.", HelpName = "CONNECTION" },
        ["blobs"] = new("--blobs") { Description = "Where large documents are kept, s3://bucket/prefix; the data folder if not given.", HelpName = "ADDRESS" },
    };

    /// <summary>Offers the options on a command.</summary>
    public StoreOptions AddTo(Command command)
    {
        foreach (var option in _options.Values) command.Options.Add(option);
        return this;
    }

    /// <summary>Adds a further setting that the command accepts as a flag.</summary>
    public StoreOptions With(string setting, Option<string?> option)
    {
        _options.Add(setting, option);
        return this;
    }

    /// <summary>True when the command line itself says where the installation is.</summary>
    public bool NamesAPlace(ParseResult parsed) => parsed.GetValue(_options["data"]) is not null || parsed.GetValue(_options["database"]) is not null;

    /// <summary>The options of the installation: file, environment, and over both what was given here.</summary>
    public Outcome<ServerOptions> Read(ParseResult parsed)
    {
        var flags = _options.Select(option => KeyValuePair.Create(option.Key, parsed.GetValue(option.Value))).Where(flag => flag.Value is not null);
        var sources = SettingsSources.Gather(flags, Environment.GetEnvironmentVariables());
        return sources.Refusal is { } refusal ? refusal : ServerSettings.Read(sources.Value);
    }
}
