using System.CommandLine;
using System.Security.Cryptography;

namespace Merlon.Commands;

/// <summary>How a command is given a password: never as an argument, which every user of the machine could read.</summary>
sealed class PasswordOption
{
    /// <summary>Read the password from standard input.</summary>
    public Option<bool> Option { get; } = new("--password-stdin") { Description = "Reads the password from standard input; else one is made up and printed once." };

    /// <summary>The password given, or one made up.</summary>
    public GivenPassword Read(ParseResult parsed)
    {
        if (!parsed.GetValue(Option)) return new(RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 20), MadeUp: true);
        return Console.In.ReadLine() is { Length: > 0 } text ? new(text, MadeUp: false) : throw new InputException("--password-stdin was given, but standard input holds no line.");
    }
}

/// <summary>A password on its way into an installation.</summary>
sealed record GivenPassword(string Text, bool MadeUp)
{
    /// <summary>Leaves the password out.</summary>
    public override string ToString() => "GivenPassword";
}

/// <summary>What the commands say about passwords.</summary>
static class Passwords
{
    /// <summary>The password that the first user is to have, if the environment says one.</summary>
    public static string? OfAdmin => Environment.GetEnvironmentVariable("MERLON_ADMIN_PASSWORD") is { Length: > 0 } password ? password : null;

    /// <summary>Prints a password that was made up, once, on standard error, where a pipe does not keep it.</summary>
    public static void Tell(string login, string? password)
    {
        if (password is not null) Console.Error.WriteLine($"Password of {login}, shown this once: {password}");
    }
}
