using System.Collections.Immutable;
using System.Text.Json;
using Merlon.Analysis;

namespace Merlon.Core.Findings;

/// <summary>
/// Reads documents as <see cref="FindingDocument.Write"/> wrote them. By hand, because a page of findings reads hundreds of steps, and because steps
/// mostly repeat the path and method of the step before, whose text is then used again.
/// </summary>
internal static class FindingDocumentReader
{
    private static readonly string[] Names = ["path", "line", "symbol", "type", "code", "method", "key", "value", "description", "column", "confidence", "flow", "tags", "facts"];

    public static FindingDocument Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var document = new FindingDocument();
        reader.Read();
        while (Next(ref reader, out var name))
        {
            document = name switch
            {
                "description" => document with { Description = reader.GetString()! },
                "column" => document with { Column = reader.GetInt32() },
                "confidence" => document with { Confidence = Enum.Parse<FindingConfidence>(reader.GetString()!, ignoreCase: true) },
                "flow" => document with { Flow = Flow(ref reader) },
                "tags" => document with { Tags = Tags(ref reader) },
                "facts" => document with { Facts = Facts(ref reader) },
                _ => Skip(ref reader, document),
            };
        }
        return document;
    }

    private static ImmutableArray<FlowStep> Flow(ref Utf8JsonReader reader)
    {
        var steps = ImmutableArray.CreateBuilder<FlowStep>();
        var before = new FlowStep("", 0, "");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) steps.Add(before = Step(ref reader, before));
        return steps.DrainToImmutable();
    }

    private static FlowStep Step(ref Utf8JsonReader reader, FlowStep before)
    {
        var (path, line, symbol) = ("", 0, "");
        string? type = null, code = null, method = null;
        while (Next(ref reader, out var name))
        {
            switch (name)
            {
                case "path": path = Text(ref reader, before.Path)!; break;
                case "line": line = reader.GetInt32(); break;
                case "symbol": symbol = Text(ref reader, before.Symbol)!; break;
                case "type": type = Text(ref reader, before.Type); break;
                case "code": code = Text(ref reader, before.Code); break;
                case "method": method = Text(ref reader, before.Method); break;
                default: reader.Skip(); break;
            }
        }
        return new(path, line, symbol, type, code, method);
    }

    private static ImmutableArray<Merlon.Analysis.FindingTag> Tags(ref Utf8JsonReader reader)
    {
        var tags = ImmutableArray.CreateBuilder<Merlon.Analysis.FindingTag>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var (key, value) = ("", "");
            while (Next(ref reader, out var name))
            {
                if (name == "key") key = reader.GetString()!;
                else if (name == "value") value = reader.GetString()!;
                else reader.Skip();
            }
            tags.Add(new(key, value));
        }
        return tags.DrainToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> Facts(ref Utf8JsonReader reader)
    {
        var facts = ImmutableSortedDictionary.CreateBuilder<string, string>();
        while (Next(ref reader, out var name)) facts[name] = reader.GetString()!;
        return facts.ToImmutable();
    }

    // Moves to the next property of the object that the reader is in, and to its value.
    private static bool Next(ref Utf8JsonReader reader, out string name)
    {
        reader.Read();
        name = "";
        if (reader.TokenType != JsonTokenType.PropertyName) return false;
        name = Known(ref reader) ?? reader.GetString()!;
        reader.Read();
        return true;
    }

    private static string? Known(ref Utf8JsonReader reader)
    {
        foreach (var name in Names)
            if (reader.ValueTextEquals(name)) return name;
        return null;
    }

    private static string? Text(ref Utf8JsonReader reader, string? before) => reader.TokenType == JsonTokenType.String && before is not null && reader.ValueTextEquals(before) ? before : reader.GetString();

    private static FindingDocument Skip(ref Utf8JsonReader reader, FindingDocument document)
    {
        reader.Skip();
        return document;
    }
}
