namespace Merlon.Analysis.Evidence.Tokens;

/// <summary>Words that SPDX's matching guidelines (annex B, "equivalent words") treat as the same, and forms that differ only in typing.</summary>
internal static class Spellings
{
    static readonly (string Spelling, string Word)[] Equal =
    [
        ("acknowledgement", "acknowledgment"), ("acknowledgements", "acknowledgments"), ("analogue", "analog"), ("analyse", "analyze"), ("artefact", "artifact"),
        ("authorisation", "authorization"), ("authorised", "authorized"), ("calibre", "caliber"), ("cancelled", "canceled"), ("capitalisations", "capitalizations"),
        ("catalogue", "catalog"), ("categorise", "categorize"), ("centre", "center"), ("emphasised", "emphasized"), ("favour", "favor"), ("favourite", "favorite"),
        ("fulfil", "fulfill"), ("fulfilment", "fulfillment"), ("initialise", "initialize"), ("judgement", "judgment"), ("labelling", "labeling"), ("labour", "labor"),
        ("licence", "license"), ("licences", "licenses"), ("licenced", "licensed"), ("licencing", "licensing"), ("maximise", "maximize"), ("modelled", "modeled"), ("modelling", "modeling"),
        ("offence", "offense"), ("optimise", "optimize"), ("organisation", "organization"), ("organise", "organize"), ("practise", "practice"), ("programme", "program"),
        ("realise", "realize"), ("recognise", "recognize"), ("signalling", "signaling"), ("sublicence", "sublicense"), ("utilisation", "utilization"), ("whilst", "while"), ("wilful", "willful"),
        ("noncommercially", "non-commercially"), ("owner", "holder"), ("owners", "holders"), ("merchantibility", "merchantability"), ("merchantablity", "merchantability"), ("publically", "publicly"),
        ("https", "http"),
    ];

    public static void AddTo(Vocabulary vocabulary)
    {
        foreach (var (spelling, word) in Equal) vocabulary.Alias(spelling, word);
    }
}
