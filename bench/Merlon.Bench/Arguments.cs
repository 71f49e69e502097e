namespace Merlon.Bench;

/// <summary>Options written as <c>--name value</c>.</summary>
sealed class Arguments(string[] args)
{
    /// <summary>The value, or null.</summary>
    public string? Text(string name) => Array.IndexOf(args, "--" + name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>The value as a whole number.</summary>
    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text) : otherwise;
}
