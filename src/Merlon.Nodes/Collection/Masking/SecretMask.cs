using System.Collections.Frozen;

namespace Merlon.Nodes.Collection.Masking;

/// <summary>
/// Hides secrets before they leave the node, by what the value is called and by what it looks like. It hides rather too
/// much: a snapshot is read by people who may not know the machine's passwords.
/// </summary>
static class SecretMask
{
    public const string Mask = "********";

    static readonly string[] SecretWords =
    [
        "password", "passwd", "passphrase", "secret", "token", "credential", "apikey", "api_key", "access_key", "accesskey",
        "private_key", "privatekey", "auth", "connectionstring", "connection_string", "dsn", "cookie", "session", "bearer", "webhook",
    ];

    static readonly FrozenSet<string> SecretNames = FrozenSet.ToFrozenSet(["pass", "pwd", "pw", "pin", "key", "sig", "salt", "cert"], StringComparer.Ordinal);

    static readonly FrozenSet<string> HarmlessNames =
        FrozenSet.ToFrozenSet(["SSH_AUTH_SOCK", "XAUTHORITY", "XDG_SESSION_ID", "XDG_SESSION_TYPE", "XDG_SESSION_CLASS", "DESKTOP_SESSION", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"], StringComparer.Ordinal);

    /// <summary>The value as it may be shown: whole, masked, or with the secret part of an address masked.</summary>
    public static string Show(string name, string value) =>
        value.Length == 0 ? value
        : NamesSecret(name) || SecretShapes.IsSecret(value) ? Mask
        : SecretShapes.HideInText(value);

    /// <summary>Whether what is called so is a secret.</summary>
    public static bool NamesSecret(string name)
    {
        if (HarmlessNames.Contains(name)) return false;
        var lower = name.ToLowerInvariant().Replace('-', '_').Replace('.', '_');
        return Array.Exists(SecretWords, word => lower.Contains(word, StringComparison.Ordinal))
            || lower.Split('_').Any(SecretNames.Contains);
    }
}
