using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Merlon.Analysis;
using Merlon.Core.Findings;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>A flow from source to sink.</summary>
sealed record FlowWire(ImmutableArray<StepWire> List)
{
    public static FlowWire From(FindingView view) => new([.. view.Document.Flow.Select(StepWire.From)]);
}

/// <summary>A step of a flow.</summary>
sealed record StepWire(LocationWire Location, VariableInfoWire VariableInfo, ImmutableArray<TagWire> MethodTags, ImmutableArray<TagWire> ParameterTags)
{
    public static StepWire From(FlowStep step) => new(LocationWire.From(step), new(new(new(step.Symbol, step.Type ?? ""))), [], []);
}

/// <summary>Where a step is.</summary>
sealed record LocationWire(string FileName, int LineNumber, string MethodName, string ShortMethodName, string ClassName, string VcsUrl)
{
    public static LocationWire From(FlowStep step)
    {
        var method = step.Method ?? "";
        var name = method.Split('(', ':')[0];
        var dot = name.LastIndexOf('.');
        return new(step.Path, step.Line, method, name[(dot + 1)..], dot < 0 ? "" : name[..dot], "");
    }
}

/// <summary>What carries the value; told as a local, the case of which every client knows the fields.</summary>
sealed record VariableInfoWire([property: JsonPropertyName("Variable")] VariableWire Variable);

/// <summary>The one case that is used.</summary>
sealed record VariableWire([property: JsonPropertyName("Local")] SymbolWire Local);

/// <summary>A symbol and its type as the language writes it.</summary>
sealed record SymbolWire(string Symbol, string Type);
