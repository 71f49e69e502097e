using Merlon.Analysis.Dataflow.Models;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Tells which parameters of a handler a framework fills from the request (a text, a list of them, an object made from data) and which it
/// fills with parts of the application, such as a store or a clock.
/// </summary>
static class RequestData
{
    /// <summary>How deep objects of data may hold others.</summary>
    const int Depth = 3;

    public static bool Fills(string? type, ModelLibrary models, Hierarchy hierarchy) =>
        type is not null && !Defaults.IsPrimitive(type)
        && (models.IsText(type) == true || IsArray(type) && !Defaults.IsNumber(type[..^2]) || IsMadeFromData(type, hierarchy, Depth));

    static bool IsArray(string type) => type.EndsWith("[]", StringComparison.Ordinal);

    /// <summary>Whether the simplest constructor asks for nothing that is handed over by whoever assembles the application.</summary>
    static bool IsMadeFromData(string type, Hierarchy hierarchy, int depth) =>
        hierarchy.Find(type) is { IsInterface: false } declaration
        && hierarchy.ConstructorsOf(declaration).OrderBy(f => f.Parameters.Length).FirstOrDefault()?.Parameters.Any(p => IsPart(p.Type, hierarchy, depth)) != true;

    /// <summary>A contract, something made from one, or an object of a library beside the platform's own.</summary>
    static bool IsPart(string? type, Hierarchy hierarchy, int depth)
    {
        if (type is null || Defaults.IsPrimitive(type) || IsArray(type)) return false;
        if (hierarchy.Find(type) is { } own) return own.IsInterface || depth > 0 && !own.IsAbstract && !IsMadeFromData(type, hierarchy, depth - 1);
        return type.Contains('.', StringComparison.Ordinal) && !type.StartsWith("java.", StringComparison.Ordinal) && !type.StartsWith("System.", StringComparison.Ordinal);
    }
}
