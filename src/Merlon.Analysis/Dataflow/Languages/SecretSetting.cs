namespace Merlon.Analysis.Dataflow.Languages;

/// <summary>Tells passwords among settings: by the name of the setting, or inside a connection string.</summary>
static class SecretSetting
{
    static readonly string[] Names = ["password", "passwd", "secret", "apikey"];

    public const string Construct = "password-in-settings";

    public static bool IsOne(string? name, string? value) =>
        value is not null && (HasPassword(value) || name is not null && Array.Exists(Names, n => name.EndsWith(n, StringComparison.OrdinalIgnoreCase)) && IsOwn(value));

    /// <summary><c>Server=.;Password=...</c></summary>
    public static bool HasPassword(string connection)
    {
        foreach (var part in connection.Split(';', 200))
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is [var key, var value] && (Is(key, "password") || Is(key, "pwd")) && IsOwn(value)) return true;
        return false;
    }

    public static bool Is(string? value, string wanted) => string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>A value of its own, and none that something else puts in later.</summary>
    static bool IsOwn(string value) => value is { Length: > 2 } && value[0] is not ('$' or '{' or '%' or '<' or '[' or '#' or '*') && !value.Contains("your", StringComparison.OrdinalIgnoreCase);
}
