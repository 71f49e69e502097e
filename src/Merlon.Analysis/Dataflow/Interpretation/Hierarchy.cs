using System.Collections.Concurrent;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>Which type extends which, over the application and the described libraries, and which override a call reaches.</summary>
sealed class Hierarchy
{
    readonly Program program;
    readonly ModelLibrary models;
    readonly Dictionary<string, List<string>> subtypes = [];
    readonly ConcurrentDictionary<string, string[]> ancestors = new();
    readonly ConcurrentDictionary<string, string[]> concrete = new();
    readonly ConcurrentDictionary<CallKey, Function[]> overrides = new();
    readonly ConcurrentDictionary<CallKey, Function?> exact = new();
    readonly ConcurrentDictionary<CallKey, MethodModel?> modelled = new();
    readonly ConcurrentDictionary<CallKey, ImmutableArray<Sink>> judged = new();

    /// <summary>The functions of each type by name: a type may have a hundred thousand.</summary>
    readonly ConcurrentDictionary<string, ILookup<string, Function>> functions = new();
    readonly Inquiries? asked;

    public Hierarchy(Program program, ModelLibrary models)
    {
        this.program = program;
        this.models = models;
        foreach (var type in program.TypesInOrder)
            foreach (var super in type.Supertypes)
            {
                if (!subtypes.TryGetValue(super, out var list)) subtypes[super] = list = [];
                list.Add(type.Name);
            }
    }

    Hierarchy(Hierarchy shared, Inquiries asked)
    {
        (program, models, subtypes, this.asked) = (shared.program, shared.models, shared.subtypes, asked);
        (ancestors, concrete, overrides, exact, functions) = (shared.ancestors, shared.concrete, shared.overrides, shared.exact, shared.functions);
        (modelled, judged) = (shared.modelled, shared.judged);
    }

    /// <summary>The same hierarchy, for one run: it notes what was asked.</summary>
    public Hierarchy Noting(Inquiries inquiries) => new(this, inquiries);

    /// <summary>Notes that an answer depends on the supertypes of a type.</summary>
    public void AskAncestors(string? type)
    {
        if (type is not null) asked?.Add(new Inquiry(InquiryKind.Ancestors, type));
    }

    /// <summary>What describes a method of a type or of its supertypes: looked up once, and kept here as supertypes are this program's.</summary>
    public MethodModel? ModelOf(string type, string method, int arity)
    {
        AskAncestors(type);
        return modelled.GetOrAdd(new CallKey(type, method, arity), static (call, here) => here.models.Search(here, call.Type, call.Name, call.Arity), this);
    }

    /// <summary>The sinks that a method of a type or of its supertypes is, in the same way.</summary>
    public ImmutableArray<Sink> SinksOf(RuleSet rules, string type, string method, int arity)
    {
        AskAncestors(type);
        return judged.GetOrAdd(new CallKey(type, method, arity), static (call, from) => from.Rules.Search(from.Here, call.Type, call.Name, call.Arity), (Rules: rules, Here: this));
    }

    /// <summary>The type that all others extend.</summary>
    public string RootType => program.RootType;

    /// <summary>The method that gives an object's text.</summary>
    public string TextMethod => program.TextMethod;

    /// <summary>The type of what joining texts gives.</summary>
    public string TextType => program.TextType;

    /// <summary>The type under which rules name the operators of the language; null: they are not judged.</summary>
    public string? OperatorType => program.OperatorType;

    /// <summary>The name under which rules and models know a type.</summary>
    public string Canonical(string type) => models.Canonical(type);

    /// <summary>A type as it is declared. Its methods are asked for with <see cref="MethodsOf"/> or by what calls reach.</summary>
    public TypeDeclaration? Find(string? type)
    {
        if (type is not null) asked?.Add(new Inquiry(InquiryKind.Members, type));
        return Declared(type);
    }

    /// <summary>The constructors that a type declares, or has without declaring them.</summary>
    public IEnumerable<Function> ConstructorsOf(TypeDeclaration type) => Named(type, Function.Constructor);

    IEnumerable<Function> Named(TypeDeclaration type, string name) => functions.GetOrAdd(type.Name, static (_, of) => of.Functions.ToLookup(f => f.Name), type)[name];

    /// <summary>All functions of a type.</summary>
    public IReadOnlyList<Function> MethodsOf(TypeDeclaration type)
    {
        asked?.Add(new Inquiry(InquiryKind.Methods, type.Name));
        return type.Functions;
    }

    /// <summary>The type itself and all its supertypes, nearest first.</summary>
    public string[] Ancestors(string type)
    {
        AskAncestors(type);
        return AncestorsOf(type);
    }

    string[] AncestorsOf(string type) => ancestors.GetOrAdd(type, static (type, here) => here.Collect(type), this);

    /// <summary>Whether the one is the other or extends it; null when the type's supertypes are not all known.</summary>
    public bool? IsSubtype(string type, string of)
    {
        if (type == of || Ancestors(type).Contains(of)) return true;
        return Ancestors(type).All(a => program.Types.ContainsKey(a) || models.Find(a) is not null) ? false : null;
    }

    /// <summary>The classes of the application that can be behind a declared type, itself among them, in a fixed order.</summary>
    string[] ConcreteTypes(string type) => concrete.GetOrAdd(type, static (type, here) => here.CollectConcrete(type), this);

    /// <summary>The functions that a call by name on something of this declared type can reach, in a fixed order.</summary>
    public Function[] Overrides(string type, string name, int arity, Function? named)
    {
        asked?.Add(new Inquiry(InquiryKind.Overrides, type, name, arity, named));
        return overrides.GetOrAdd(new CallKey(type, name, arity, named), static (call, here) => here.OverridesOf(call), this);
    }

    Function[] OverridesOf(CallKey call)
    {
        var types = ConcreteTypes(call.Type);
        if (types.Length == 0) return OverrideOf(call) is { } only ? [only] : [];
        var found = new List<Function>();
        var known = new HashSet<Function>();
        foreach (var type in types)
            if (OverrideOf(call with { Type = type }) is { } function && known.Add(function)) found.Add(function);
        return [.. found];
    }

    /// <summary>The function that a call by name on an object of exactly this type reaches; null when a library's.</summary>
    public Function? FindOverride(string type, string name, int arity, Function? named)
    {
        asked?.Add(new Inquiry(InquiryKind.Override, type, name, arity, named));
        return OverrideOf(new CallKey(type, name, arity, named));
    }

    Function? OverrideOf(CallKey call) => exact.GetOrAdd(call, static (call, here) => here.SearchOverride(call.Type, call.Name, call.Arity, call.Named), this);

    Function? SearchOverride(string type, string name, int arity, Function? named)
    {
        foreach (var ancestor in AncestorsOf(type))
        {
            if (Declared(ancestor) is not { } declaration) continue;
            Function? first = null;
            foreach (var function in Named(declaration, name))
            {
                if (!function.HasBody || function.IsClosure || !Accepts(function, arity)) continue;
                if (SameParameters(function, named)) return function;
                first ??= function;
            }
            if (first is not null) return first;
        }
        return null;
    }

    /// <summary>Whether a handler catches an exception: surely, surely not, or (null) maybe.</summary>
    public bool? Catches(Handler handler, Values.Value? exception, IReadOnlyList<string>? exact)
    {
        if (handler.Types.IsEmpty) return exception is not null ? true : null;
        if (exception is null || exact is null) return null;
        var answers = exact.Select(type => CatchesType(handler, type)).ToList();
        return answers.TrueForAll(a => a == true) ? true : answers.TrueForAll(a => a == false) ? false : null;
    }

    bool? CatchesType(Handler handler, string type)
    {
        var answers = handler.Types.Select(caught => IsSubtype(type, caught)).ToList();
        return answers.Contains(true) ? true : answers.Contains(null) ? null : false;
    }

    static bool Accepts(Function function, int arity) =>
        function.Parameters.Length == arity || (function.IsVariadic && arity >= function.Parameters.Length - 1);

    static bool SameParameters(Function function, Function? named) =>
        named is not null && function.Parameters.Select(p => p.Type).SequenceEqual(named.Parameters.Select(p => p.Type));

    TypeDeclaration? Declared(string? type) => type is null ? null : program.Types.GetValueOrDefault(type);

    string[] Collect(string type)
    {
        var found = new List<string> { type };
        for (var i = 0; i < found.Count && found.Count < 200; i++)
            foreach (var super in SupertypesOf(found[i]))
                if (!found.Contains(super)) found.Add(super);
        return [.. found];
    }

    IEnumerable<string> SupertypesOf(string type) =>
        Declared(type) is { } declaration ? declaration.Supertypes : models.Find(type)?.Supertypes ?? [];

    string[] CollectConcrete(string type)
    {
        var found = new List<string> { type };
        var known = new HashSet<string>(found);
        for (var i = 0; i < found.Count; i++)
            foreach (var sub in subtypes.GetValueOrDefault(found[i]) ?? [])
                if (known.Add(sub)) found.Add(sub);
        return [.. found.Where(t => Declared(t) is { IsInterface: false, IsAbstract: false })];
    }
}
