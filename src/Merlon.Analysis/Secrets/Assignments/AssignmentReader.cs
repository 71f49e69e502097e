namespace Merlon.Analysis.Secrets.Assignments;

/// <summary>
/// Reads the assignment around a part of a name, in the notations of programs, settings, markup and command lines, without parsing any
/// of them: the name to both sides, what stands for "is", and the literal after it.
/// </summary>
internal readonly ref struct AssignmentReader(ReadOnlySpan<byte> text, FileFacts file)
{
    private const int LongestName = 80;
    private const int LongestDefault = 128;
    private readonly ReadOnlySpan<byte> text = text;
    private readonly FileFacts file = file;

    /// <summary>The assignment whose name holds the byte at <paramref name="at"/>.</summary>
    /// <param name="nameEnd">Where the name ends, also when there is no assignment.</param>
    public bool TryRead(int at, out Assignment assignment, out int nameEnd)
    {
        assignment = default;
        var start = at;
        while (start > 0 && at - start < LongestName && IsName(text[start - 1])) start--;
        nameEnd = at;
        // A keyword may begin with a mark that joins names, and may end after its name.
        while (nameEnd < text.Length && nameEnd - at < LongestName && IsName(text[nameEnd])) nameEnd++;
        while (nameEnd > start && text[nameEnd - 1] is (byte)'.' or (byte)'-') nameEnd--;
        if (nameEnd > start && TryDefault(start, nameEnd, out assignment)) return true;
        if (nameEnd <= start || IsNoName(start)) return false;

        var literals = new LiteralReader(text, file, start);
        if (!new OperatorReader(text, file, start, nameEnd, literals).TryRead(out var value)) return false;
        assignment = new(start, nameEnd, value.Start, value.End, value.Quoted, !value.Quoted && literals.InText);
        return assignment.ValueEnd > assignment.ValueStart;
    }

    // ${NAME:x} of Spring, ${NAME:-x} and ${NAME:=x} of the shell: what to take when there is no such variable.
    private bool TryDefault(int start, int end, out Assignment assignment)
    {
        assignment = default;
        if (start < 2 || text[start - 1] != '{' || text[start - 2] != '$' || end + 1 >= text.Length || text[end] != ':') return false;
        var value = end + (text[end + 1] is (byte)'-' or (byte)'=' ? 2 : 1);
        var length = text[value..Math.Min(text.Length, value + LongestDefault)].IndexOfAny("}\r\n$"u8);
        if (length <= 0 || text[value + length] != '}' || text[value] is (byte)'?' or (byte)'+') return false;
        assignment = new(start, end, value, value + length, Quoted: true, InText: false);
        return true;
    }

    public static bool IsName(byte b) => b is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9' or (byte)'_' or (byte)'-' or (byte)'.';

    // What stands right behind a sign is a value, and what stands in ${ } a reference.
    // but --from-literal=NAME=x, --set=NAME=x, --build-arg=NAME=x.
    // The parts of arn:aws:secretsmanager:...:secret:name are none.
    private bool IsNoName(int start) => start > 1 && ((text[start - 1] == ':' && IsName(text[start - 2]) && text[Math.Max(0, start - 120)..start].LastIndexOf("arn:"u8) >= 0) || (text[start - 1] == '=' && !IsArgumentOfPair(text[..(start - 1)])) || (text[start - 1] == '{' && text[start - 2] == '$'));

    private static bool IsArgumentOfPair(ReadOnlySpan<byte> before) => before.EndsWith("-literal"u8) || before.EndsWith("--set"u8) || before.EndsWith("--set-string"u8) || before.EndsWith("--env"u8) || before.EndsWith("--build-arg"u8);

    // Inside a string when an odd number of one kind of quote stands before it on the line; the quote right before a name is the name's own.
    internal static bool IsInText(ReadOnlySpan<byte> text, int at)
    {
        var line = Math.Max(0, at - 1024);
        if (text[line..at].LastIndexOf((byte)'\n') is >= 0 and var n) line += n + 1;
        byte open = 0;
        for (var i = line; i < at; i++)
        {
            var b = text[i];
            if (b == '\\') i++;
            else if (open != 0) { if (b == open) open = 0; }
            else if (b is (byte)'"' or (byte)'`' || (b == '\'' && !(i > line && IsName(text[i - 1])))) { open = b; }
        }
        if (open == 0 || text[at - 1] != open) return open != 0;
        // "NAME=x" is text, too.
        var end = at;
        while (end < text.Length && IsName(text[end])) end++;
        return end < text.Length && text[end] == '=';
    }
}
