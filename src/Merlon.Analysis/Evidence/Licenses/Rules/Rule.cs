namespace Merlon.Analysis.Evidence.Licenses.Rules;

/// <summary>What it means when a phrase stands in a file: a licence, or an exception to the GNU licence next to it.</summary>
/// <param name="Expression">The SPDX expression, or the exception's id.</param>
/// <param name="IsException">The expression is an exception to a licence nearby.</param>
/// <param name="Weak">Only when nothing else in the file speaks of the same family.</param>
/// <param name="IsMention">It licenses nothing: names in it and in what it covers are talk.</param>
/// <param name="Choice">The phrase announces that so many licences at most, of those named next (below zero: of those named before), are a choice; 0 for any other rule.</param>
/// <param name="Covers">How many words behind the phrase belong to it: mentions there are explained by it.</param>
internal sealed record Rule(string Expression, bool IsException, bool Weak, bool IsMention, int Choice, int Covers);
