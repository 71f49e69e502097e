namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>
/// Builds the states of one particle: "name:definition", "any", "(a, b)" or "(a | b)", each with "?", "*" or "+" behind it.
/// Throws FormatException on a mistake in our own rule file.
/// </summary>
sealed class ContentParser(ContentModel model, string text)
{
    int at;

    /// <summary>Leads from the state through the particle; answers with the state behind it.</summary>
    public int Build(int from)
    {
        var to = Particle(from);
        return at == text.Length ? to : throw Mistake();
    }

    int Particle(int from)
    {
        SkipSpaces();
        // A state of its own at either end, so that a repetition cannot be entered from the side.
        var entry = model.NewState();
        model.Free(from, entry);
        var inner = Take('(') ? Group(entry) : Element(entry);
        var exit = model.NewState();
        model.Free(inner, exit);
        if (at >= text.Length) return exit;
        if (text[at] is '?' or '*') model.Free(entry, exit);
        if (text[at] is '+' or '*') model.Free(exit, entry);
        if (text[at] is '?' or '*' or '+') at++;
        return exit;
    }

    int Group(int from)
    {
        var exit = model.NewState();
        var last = Particle(from);
        SkipSpaces();
        while (!Take(')'))
        {
            if (Take('|'))
            {
                model.Free(last, exit);
                last = Particle(from);
            }
            else if (Take(',')) last = Particle(last);
            else throw Mistake();
            SkipSpaces();
        }
        model.Free(last, exit);
        return exit;
    }

    int Element(int from)
    {
        var name = Word();
        var definition = Take(':') ? Definition() : ContentModel.Other;
        if (name.Length == 0) throw Mistake();
        var to = model.NewState();
        model.Step(from, name, definition, to);
        return to;
    }

    /// <summary>A name, or a rule between angle brackets.</summary>
    string Definition()
    {
        if (!Take('<')) return Word();
        var close = text.IndexOf('>', at);
        var rule = text[at..close];
        at = close + 1;
        return rule;
    }

    string Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_' or '.')) at++;
        return text[start..at];
    }

    bool Take(char sign)
    {
        if (at >= text.Length || text[at] != sign) return false;
        at++;
        return true;
    }

    void SkipSpaces()
    {
        while (at < text.Length && text[at] == ' ') at++;
    }

    FormatException Mistake() => new($"Particle \"{text}\" cannot be read at {at}.");
}
