namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>Looks ahead from a word that is no name by itself: whether a company, a group or a holder follows that it belongs to.</summary>
internal static class Leads
{
    /// <summary>"Free Software Foundation", "The Android Open Source Project": capitals up to a company's word.</summary>
    public static bool ToCompany(List<Word> words, int at)
    {
        for (var next = at + 1; next < words.Count && next < at + 6; next++)
        {
            // "COPYRIGHT HOLDERS AS IS" speaks of no Norwegian company.
            if (words[next].Text == "AS" || words[at].Text is "Agent") return false;
            if (words[next].Kind == WordKind.Company && char.IsAsciiLetterUpper(words[next].Text[0])) return true;
            if (words[next].Kind is not (WordKind.Name or WordKind.CapitalStop or WordKind.And or WordKind.Inner)) return false;
        }
        return false;
    }

    /// <summary>"the original author or authors", "many contributors", "open source contributors".</summary>
    public static bool ToGroup(List<Word> words, int at)
    {
        for (var next = at; next < words.Count && next < at + 4; next++)
        {
            if (next > at && words[next].Kind is WordKind.Group or WordKind.Author) return true;
            if (!IsWhose(words[next])) return false;
        }
        return false;
    }

    /// <summary>Says which contributors or authors.</summary>
    public static bool IsWhose(Word word) =>
        word.Text.ToLowerInvariant() is "original" or "respective" or "many" or "additional" or "contributing" or "open" or "source" or "individual" or "all";

    /// <summary>"the United States as represented by the Secretary of ...", "as operator of".</summary>
    public static bool IsCapacity(List<Word> words, int at) =>
        words[at].Text == "as" ? at + 1 < words.Count && words[at + 1].Text is "represented" or "operator" or "Operator" : words[at].Text is "represented" && at > 0 && words[at - 1].Text == "as";

    /// <summary>"Heron AB, a Hedgerow Group company".</summary>
    public static bool IsApposition(List<Word> words, int at)
    {
        if (words[at].Text is not ("a" or "an") || at == 0 || !words[at - 1].Text.EndsWith(',')) return false;
        for (var next = at + 1; next < words.Count && next < at + 5; next++)
        {
            if (words[next].Text.TrimEnd(',', '.') is "company" or "corporation" or "Company") return next > at + 1;
            if (words[next].Kind is not (WordKind.Name or WordKind.Company)) return false;
        }
        return false;
    }

    /// <summary>"contributors to the project Heron".</summary>
    public static bool ToProject(List<Word> words, int at)
    {
        while (at < words.Count && words[at].Text is "the" or "project") at++;
        return at < words.Count && words[at].Kind == WordKind.Name && words[at].Line == words[at - 1].Line;
    }

    /// <summary>"Contributors as noted in the AUTHORS file".</summary>
    public static bool ToFileOfNames(List<Word> words, int at)
    {
        if (words[at].Text == "as") at++;
        return at > 0 && at + 1 < words.Count && words[at - 1].Text == "as" && words[at].Text is "noted" or "listed" or "named" or "indicated" or "specified" && words[at + 1].Text == "in";
    }

    /// <summary>The word names the file of "listed in the AUTHORS file".</summary>
    public static bool InFileOfNames(List<Word> words, int at)
    {
        while (at > 0 && words[at].Text != "in") at--;
        return at > 1 && ToFileOfNames(words, at - 1);
    }

    /// <summary>"the copyright holders": those who hold it, whoever they are.</summary>
    public static bool IsHolder(Word word) => word.Text.TrimEnd(',').ToLowerInvariant() is "holder" or "holders" or "owner" or "owners";

    /// <summary>"Copyright Holder, Ada Wren", "the copyright property of Heron Incorporated".</summary>
    public static bool IsHolderLabel(List<Word> words, int at)
    {
        if (at + 2 >= words.Count) return false;
        if (words[at].Text is "property" or "Property" or "work" or "works") return words[at + 1].Text == "of" && words[at + 2].Kind == WordKind.Name;
        return words[at].Text.TrimEnd(',').ToLowerInvariant() is "holder" or "holders" && words[at + 1].Kind == WordKind.Name && words[at + 2].Kind is WordKind.Name or WordKind.Company or WordKind.Email;
    }
}
