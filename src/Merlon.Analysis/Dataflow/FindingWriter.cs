using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow;

/// <summary>Turns what the engine discovered into findings that people and later scans can read.</summary>
/// <param name="notes">What is said of sanitizers; made when there is a flow to tell of.</param>
sealed class FindingWriter(Lazy<SanitizerNotes> notes)
{
    readonly Dictionary<string, int> seen = [];

    public Finding Write(Discovery discovery)
    {
        var rule = discovery.Rule;
        return new Finding
        {
            Type = rule.Type,
            Rule = rule.Id,
            Cwe = rule.Cwe,
            Severity = (FindingSeverity)Math.Min((int)rule.Severity, (int)Worst(discovery)),
            Confidence = (FindingConfidence)Math.Min((int)rule.Confidence, (int)Surest(discovery)),
            Title = rule.Title,
            Description = Describe(discovery),
            Path = discovery.Span.File.Path,
            Line = discovery.Span.Line,
            Column = discovery.Span.File.ColumnAt(discovery.Span.Start),
            Flow = discovery.Label is { } label ? Steps(label.Step) : [],
            Fingerprint = Fingerprint(discovery),
            Tags = [.. Tags(discovery)],
        };
    }

    /// <summary>The severity that a place allows at most: nobody reaches a test, and who runs or administers the application gains little by attacking it.</summary>
    static FindingSeverity Worst(Discovery discovery) =>
        TestCode.IsIn(discovery.Span.File.Path) ? FindingSeverity.Low
        : IsFromOperator(discovery) || discovery.IsOfAdministrators || discovery.IsGuessed ? FindingSeverity.Medium : FindingSeverity.Critical;

    /// <summary>The confidence that a flow allows at most.</summary>
    static FindingConfidence Surest(Discovery discovery) =>
        discovery.IsGuessed ? FindingConfidence.Low : IsFromOperator(discovery) ? FindingConfidence.Medium : FindingConfidence.High;

    /// <summary>Whether the data comes from who runs the application: a setting, the environment, a file.</summary>
    static bool IsFromOperator(Discovery discovery) =>
        discovery.Label is { } label && discovery.Rule.OperatorSources.Contains(label.Source.Kind);

    string Describe(Discovery discovery)
    {
        var text = new StringBuilder();
        if (discovery.Label is { } label)
            text.Append(CultureInfo.InvariantCulture, $"Data from `{label.Source.Symbol}` reaches `{discovery.Symbol}`.\n\n");
        if (discovery.IsGuessed)
            text.Append("On its way it goes into a call that was not followed to its end; that it comes out again, and was not checked there, is a guess.\n\n");
        if (discovery.Label is null && discovery.Evidence is { Length: > 0 } evidence)
            text.Append(CultureInfo.InvariantCulture, $"`{discovery.Symbol}` is called with `{evidence}`.\n\n");
        if (discovery.Label is not null && notes.Value.Of(discovery) is { } done) text.Append(done).Append("\n\n");
        if (discovery.Rule.Explanation is { } explanation) text.Append(explanation).Append("\n\n");
        if (discovery.Rule.Mend is { } mend) text.Append("**How to mend it:** ").Append(mend);
        return text.ToString().TrimEnd();
    }

    static ImmutableArray<FlowStep> Steps(Step last)
    {
        var steps = ImmutableArray.CreateBuilder<FlowStep>(last.Count);
        for (var step = last; step is not null; step = step.Previous)
            steps.Add(new FlowStep(step.Span.File.Path, step.Span.Line, step.Symbol, step.Type, step.Span.Code, step.Function.QualifiedName));
        steps.Reverse();
        return steps.ToImmutable();
    }

    static IEnumerable<FindingTag> Tags(Discovery discovery)
    {
        var rule = discovery.Rule;
        if (rule.Category is { } category) yield return new FindingTag("category", rule.Potential && IsFromOperator(discovery) ? $"Potential {category}" : category);
        if (rule.Owasp2017 is { } of2017) yield return new FindingTag("owasp_2017_category", of2017);
        if (rule.Owasp2021 is { } of2021) yield return new FindingTag("owasp_2021_category", of2021);
        if (rule.Cvss is { } cvss) yield return new FindingTag("cvss_score", cvss.ToString("0.0", CultureInfo.InvariantCulture));
        foreach (var related in rule.RelatedCwes) yield return new FindingTag("related_cwe", related.ToString(CultureInfo.InvariantCulture));
        yield return new FindingTag("sink_method", discovery.Symbol);
        if (discovery.Label is not { } label) yield break;
        yield return new FindingTag("source_method", label.Source.Symbol);
        yield return new FindingTag("source_type", label.Source.Kind);
    }

    /// <summary>Rule, and source and sink by their code and the functions around them; equal ones are counted in order.</summary>
    string Fingerprint(Discovery discovery)
    {
        var source = discovery.Label?.Source.Span is { } span ? $"{discovery.Label.Value.Source.Kind}|{span.Code}" : "";
        var key = $"{discovery.Rule.Id}|{source}|{discovery.Function.QualifiedName}|{discovery.Span.Code}";
        var count = seen[key] = seen.GetValueOrDefault(key) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}|{count}")))[..40];
    }
}
