using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>Which functions interpretation starts from, and what their parameters are.</summary>
sealed class EntryPoints
{
    readonly Application application;
    readonly HashSet<Function> called = [], calledOften = [];
    readonly HashSet<(string Name, int Arity)> calledByName = [];

    public EntryPoints(Application application)
    {
        this.application = application;
        All = [.. Functions(application.Program).Where(f => f is { HasBody: true, IsClosure: false, Name: not (Function.ClassInitializer or Function.InstanceInitializer) })
            .Order(Comparer<Function>.Create(Compare))];
        foreach (var call in Calls()) Note(call);
    }

    /// <summary>All functions that could be entered, in the order of their places.</summary>
    public ImmutableArray<Function> All { get; }

    /// <summary>Whether more than one call names the function.</summary>
    public bool IsCalledOften(Function function) => calledOften.Contains(function);

    /// <summary>The functions that frameworks call, and those that nothing in the application calls.</summary>
    public IEnumerable<Function> First => All.Where(f => IsHandler(f) || !IsCalled(f));

    /// <summary>Whether interpreting from this function can show anything: a setting that rules judge, or a source and a sink.</summary>
    public bool CanShow(Function function)
    {
        var reach = application.Reach;
        var effects = reach.Of(function);
        if ((effects & (Effects.Setting | Effects.Operator)) != 0 || reach.HandsOutZero(function)) return true;
        if ((effects & (Effects.Sink | Effects.Open)) == 0 && !MayShowPage(function)) return false;
        return (effects & Effects.Source) != 0
            || (effects & (Effects.Sink | Effects.Open)) == (Effects.Sink | Effects.Open)
            || function.Parameters.Any(p => SourceOf(function, p) is not null)
            || application.Hierarchy.Find(function.Owner) is { } owner && application.Hierarchy.ConstructorsOf(owner).Any(f => (reach.Of(f) & Effects.Source) != 0);
    }

    /// <summary>Whether a framework may write a page that the function names.</summary>
    public bool MayShowPage(Function function) => !application.Program.Pages.IsEmpty && HandlerKind(function) is not null;

    /// <summary>The kind of source that a parameter is, or null.</summary>
    public string? SourceOf(Function function, Parameter parameter)
    {
        var models = application.Models.EntryPoints;
        foreach (var annotation in Composed(parameter.Annotations))
            if (models.OfParameter(application.Models.Canonical(annotation.Name)) is { } kind) return kind == "none" ? null : kind;
        if (models.OfSignature($"{function.Name}({string.Join(',', function.Parameters.Select(p => p.Type))})") is { } entry) return entry;
        if (IsRequest(function, parameter) && KindByContext(function) is { } given) return given;
        return RequestData.Fills(parameter.Type, application.Models, application.Hierarchy) ? HandlerKind(function) : null;
    }

    /// <summary>The marks of what the framework lets into a parameter, by the annotations on it.</summary>
    public ulong MarksOf(Parameter parameter) =>
        MarksOf(parameter.Annotations) | (parameter.Annotations.Any(a => application.Models.EntryPoints.Validates(application.Models.Canonical(a.Name))) ? Marks.ValidatedSet : 0);

    /// <summary>The marks of texts that match the patterns which annotations ask for.</summary>
    public ulong MarksOf(ImmutableArray<Annotation> annotations)
    {
        var marks = 0UL;
        foreach (var annotation in annotations)
            if (application.Models.EntryPoints.PatternOf(application.Models.Canonical(annotation.Name)) is { } key && annotation.Arguments.TryGetValue(key, out var pattern))
                marks |= application.Models.Texts.MarksOfMatch(pattern);
        return marks;
    }

    /// <summary>Whether only administrators reach a function, by its annotations or its type's.</summary>
    public bool IsPrivileged(Function function) =>
        function.Annotations.Concat(application.Hierarchy.Find(function.Owner)?.Annotations ?? []).Any(IsPrivilege);

    bool IsPrivilege(Annotation annotation) =>
        application.Models.EntryPoints.PrivilegeOf(application.Models.Canonical(annotation.Name)) is { } pattern
        && annotation.Arguments.Values.Any(v => Regex.IsMatch(v, pattern, RegexOptions.NonBacktracking));

    /// <summary>The kind of source that a field is by its annotations, or null.</summary>
    public string? SourceOf(FieldDeclaration field) =>
        field.Annotations.Select(a => application.Models.EntryPoints.OfParameter(application.Models.Canonical(a.Name))).FirstOrDefault(k => k is not null and not "none");

    /// <summary>Annotations, with those that the application's own annotations among them carry in turn.</summary>
    IEnumerable<Annotation> Composed(ImmutableArray<Annotation> annotations, int depth = 2) =>
        annotations.SelectMany(a => depth == 0 || application.Hierarchy.Find(a.Name) is not { } own ? [a] : Composed(own.Annotations, depth - 1).Prepend(a));

    string? HandlerKind(Function function)
    {
        var kinds = Composed(function.Annotations).Select(a => application.Models.EntryPoints.OfHandler(application.Models.Canonical(a.Name)));
        var named = kinds.FirstOrDefault(k => k is not null) ?? (function is { IsPublic: true, IsStatic: false } ? KindByType(function) ?? KindByContext(function) : null);
        return named == "none" ? null : named;
    }

    /// <summary>The kind by what the function's type extends; accessors and constructors are no handlers.</summary>
    string? KindByType(Function function) =>
        function.Name is Function.Constructor || function.Name.StartsWith("get_", StringComparison.Ordinal) || function.Name.StartsWith("set_", StringComparison.Ordinal)
            ? null
            : application.Hierarchy.Ancestors(function.Owner).Select(t => application.Models.EntryPoints.OfHandlerType(application.Models.Canonical(t))).FirstOrDefault(k => k is not null);

    /// <summary>The first parameter, whatever its type: it is generated, and not in the sources.</summary>
    static bool IsRequest(Function function, Parameter parameter) => function is { IsPublic: true, IsStatic: false } && function.Parameters.Length > 1 && ReferenceEquals(function.Parameters[0], parameter);

    /// <summary>The kind by what a framework hands over beside the data.</summary>
    string? KindByContext(Function function)
    {
        foreach (var parameter in function.Parameters)
            if (parameter.Type is { } type && application.Models.EntryPoints.OfContext(application.Models.Canonical(type)) is { } kind) return kind;
        return null;
    }

    /// <summary>By place; of several at one place, by what tells them apart.</summary>
    static int Compare(Function left, Function right)
    {
        var byFile = ReferenceEquals(left.Span.File, right.Span.File) ? 0 : string.CompareOrdinal(left.Span.File.Path, right.Span.File.Path);
        if (byFile != 0) return byFile;
        var byStart = left.Span.Start.CompareTo(right.Span.Start);
        if (byStart != 0) return byStart;
        var byOwner = string.CompareOrdinal(left.Owner, right.Owner);
        return byOwner != 0 ? byOwner : string.CompareOrdinal(left.ToString(), right.ToString());
    }

    bool IsHandler(Function function) => HandlerKind(function) is not null || function.Parameters.Any(p => SourceOf(function, p) is not null);

    bool IsCalled(Function function) =>
        called.Contains(function) || (!function.IsStatic && calledByName.Contains((function.Name, function.Parameters.Length)));

    void Note(CallMention call)
    {
        foreach (var function in call.Callee.Candidates)
            if (!called.Add(function)) calledOften.Add(function);
        if (call.Callee.Kind == CallKind.Virtual && !call.Callee.Candidates.IsEmpty) calledByName.Add((call.Callee.Name, call.Arity));
    }

    IEnumerable<CallMention> Calls() => Functions(application.Program).SelectMany(f => f.Outline.Calls);

    static IEnumerable<Function> Functions(Program program) => program.Types.Values.SelectMany(t => t.Initializer is null ? t.Functions : t.Functions.Append(t.Initializer));
}
