namespace Merlon.Analysis.Secrets.Assignments;

/// <summary>A name and the literal value it is given, wherever and however that is written; bytes count from the window's start.</summary>
/// <param name="Quoted">Whether the value stands in quotes of its own, and not as a bare word.</param>
/// <param name="InText">Whether name and value stand inside one string, as in a connection string or an address.</param>
internal readonly record struct Assignment(int NameStart, int NameEnd, int ValueStart, int ValueEnd, bool Quoted, bool InText);
