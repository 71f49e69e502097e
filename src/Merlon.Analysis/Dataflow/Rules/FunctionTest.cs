using Merlon.Analysis.Dataflow.Rules.Files;

namespace Merlon.Analysis.Dataflow.Rules;

/// <summary>
/// A function that the application declares to do what a library's type asks for (an override, or a lambda that stands for it), and that
/// must not be like this.
/// </summary>
/// <param name="Type">The library's type.</param>
/// <param name="Returns">It always returns a constant that matches; null: it does nothing that could throw.</param>
sealed record FunctionTest(string Type, string Method, TextPattern? Returns);
