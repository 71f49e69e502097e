namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>What a word can be in a copyright statement.</summary>
internal enum WordKind
{
    /// <summary>Anything that no statement contains: it ends one.</summary>
    Other,

    /// <summary>A word in small letters that no list knows: part of a name only where a name must stand ("2011 hedgerow.net", "2005 ada wren").</summary>
    Small,

    /// <summary>copyright, (c), copr.</summary>
    Marker,

    /// <summary>A year, a range or list of years, a date.</summary>
    Year,

    /// <summary>A word of the stop list with a capital: part of a name only before a company ("Free Software Foundation").</summary>
    CapitalStop,

    /// <summary>A capitalised word that may be part of a name.</summary>
    Name,

    /// <summary>A company word in small letters: counts only behind a name.</summary>
    SmallCompany,

    /// <summary>Inc., GmbH, Foundation: part of a name in any case of letters.</summary>
    Company,

    /// <summary>of, the, van: inside a name, never at its end.</summary>
    Inner,

    /// <summary>for, in, on, at: inside the name of an organisation.</summary>
    Place,

    Month,

    /// <summary>and, &amp;, a comma on its own.</summary>
    And,

    By,

    /// <summary>others, contributors, authors: may end a list of holders.</summary>
    Group,

    Email,
    Url,
    Dash,

    /// <summary>rights, reserved.</summary>
    Rights,

    /// <summary>author, authors, @author.</summary>
    Author,

    /// <summary>Author: with its colon.</summary>
    AuthorLabel,

    /// <summary>written, developed: with "by" they name an author.</summary>
    Made,

    /// <summary>Portions, Parts, Changes: may stand before a marker.</summary>
    Portion,
}

/// <summary>One word of cleaned text, its kind and the line it stands on.</summary>
internal readonly record struct Word(string Text, WordKind Kind, int Line);
