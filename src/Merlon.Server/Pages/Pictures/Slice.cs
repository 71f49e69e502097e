namespace Merlon.Server.Pages.Pictures;

/// <summary>A share of a picture.</summary>
/// <param name="Name">In words, for the legend and for who cannot see it.</param>
/// <param name="Tone">The colour, by the stylesheet's name for it: <c>critical</c>, <c>high</c>, <c>unknown</c>, ...</param>
public sealed record Slice(string Name, long Value, string Tone);
