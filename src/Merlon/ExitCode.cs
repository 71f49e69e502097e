using Merlon.Core.Outcomes;

namespace Merlon;

/// <summary>What scripts are told.</summary>
static class ExitCode
{
    /// <summary>Done, nothing over the threshold.</summary>
    public const int Done = 0;

    /// <summary>Done, something is over the threshold.</summary>
    public const int OverThreshold = 1;

    /// <summary>The arguments or the input are wrong; one line on standard error says what and how to mend it.</summary>
    public const int Wrong = 2;

    /// <summary>Something broke.</summary>
    public const int Broken = 3;

    /// <summary>Says what is wrong with what was given.</summary>
    public static int Refuse(string sentence)
    {
        Console.Error.WriteLine($"merlon: {sentence.ReplaceLineEndings(" ")}");
        return Wrong;
    }

    /// <summary>Says why the domain would not do it.</summary>
    public static int Refuse(Refusal refusal) => Refuse(refusal switch
    {
        Refusal.NotFound(var what) => $"There is no such {what}.",
        Refusal.Forbidden(var scope) => $"This needs the scope {scope}.",
        Refusal.Invalid(var errors) => string.Join(' ', errors.Select(e => e.Error)),
        Refusal.Conflict(_, var why) => why,
        Refusal.OverLimit(var limit, var allowed, var current) => $"The limit {limit} of {allowed} is reached ({current}).",
        _ => refusal.ToString(),
    });

    /// <summary>Says what broke; the whole of it with <c>MERLON_DEBUG</c> set.</summary>
    public static int Fail(Exception exception)
    {
        var whole = Environment.GetEnvironmentVariable("MERLON_DEBUG") is { Length: > 0 };
        Console.Error.WriteLine(whole ? exception.ToString() : $"merlon: {exception.Message.ReplaceLineEndings(" ")} (MERLON_DEBUG=1 shows where it broke)");
        return Broken;
    }
}

/// <summary>The arguments or the input are wrong in a way that only doing it shows.</summary>
sealed class InputException(string sentence) : Exception(sentence);
