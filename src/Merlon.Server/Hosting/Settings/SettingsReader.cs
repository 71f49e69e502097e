using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Merlon.Core.Outcomes;
using Microsoft.Extensions.Configuration;

namespace Merlon.Server.Hosting.Settings;

/// <summary>Reads settings one by one and remembers everything that is wrong, so that all of it is said at once.</summary>
sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<FieldError> _errors = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What was found wrong so far.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>A text, null when absent or blank.</summary>
    public string? Text(string key)
    {
        _known.Add(key);
        return configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    /// <summary>A whole number in a range.</summary>
    public int Number(string key, int otherwise, int least, int most)
    {
        if (Text(key) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Wrong(key, $"must be a whole number from {least} to {most}, not '{text}'");
        return otherwise;
    }

    /// <summary>True or false.</summary>
    public bool Switch(string key, bool otherwise)
    {
        if (Text(key) is not { } text) return otherwise;
        if (bool.TryParse(text, out var on)) return on;
        Wrong(key, $"must be true or false, not '{text}'");
        return otherwise;
    }

    /// <summary>One of the words of <typeparamref name="T"/>, in any case.</summary>
    public T Choice<T>(string key, T otherwise) where T : struct, Enum
    {
        if (Text(key) is not { } text) return otherwise;
        if (!char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice)) return choice;
        Wrong(key, $"must be one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}, not '{text}'");
        return otherwise;
    }

    /// <summary>An absolute address with one of the schemes.</summary>
    public Uri? Address(string key, params ReadOnlySpan<string> schemes)
    {
        if (Text(key) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme)) return address;
        Wrong(key, $"must be an address beginning with {string.Join(" or ", schemes.ToArray().Select(s => s + "://"))}, not '{text}'");
        return null;
    }

    /// <summary>A file that is there.</summary>
    public string? File(string key)
    {
        if (Text(key) is not { } path) return null;
        if (!System.IO.File.Exists(path)) Wrong(key, $"names the file '{path}', which does not exist");
        return path;
    }

    /// <summary>A list: an array in the file, or one text parted by commas.</summary>
    public ImmutableArray<string> List(string key)
    {
        _known.Add(key);
        return configuration[key] is { } text
            ? [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
            : [.. configuration.GetSection(key).GetChildren().Select(child => child.Value ?? "").Where(value => value.Length > 0)];
    }

    /// <summary>Networks as <c>10.0.0.0/8</c>; a lone address is a network of one.</summary>
    public ImmutableArray<IPNetwork> Networks(string key)
    {
        var networks = ImmutableArray.CreateBuilder<IPNetwork>();
        foreach (var text in List(key))
        {
            if (IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(text, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else Wrong(key, $"must list networks such as 10.0.0.0/8 or addresses, not '{text}'");
        }
        return networks.ToImmutable();
    }

    /// <summary>Remembers that a setting is wrong.</summary>
    public void Wrong(string key, string why) => _errors.Add(new FieldError(Spoken(key), $"{Spoken(key)} {why}."));

    /// <summary>Remembers every name in the file that no setting has.</summary>
    public void RefuseUnknown(IConfiguration file)
    {
        foreach (var (key, value) in file.AsEnumerable())
        {
            if (value is null || _known.Contains(key) || (key.LastIndexOf(':') is var colon and > 0 && int.TryParse(key[(colon + 1)..], out _) && _known.Contains(key[..colon]))) continue;
            Wrong(key, "is not a setting; docs/operating.md lists them");
        }
    }

    private static string Spoken(string key) => key.Replace(':', '.');
}
