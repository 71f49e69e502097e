using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Finds exposed functions that do not say who may call them in applications where most do. An application without such annotations, or one
/// that guards all routes in one place, is not judged: its way of deciding is elsewhere.
/// </summary>
sealed class Routes(Application application, Rule rule)
{
    readonly RouteTest test = rule.Routes!;

    public IEnumerable<Discovery> Judge()
    {
        var exposed = Functions().Where(f => f.HasBody && Carries(f.Annotations, test.Exposed)).ToList();
        var open = exposed.FindAll(f => !IsGuarded(f));
        if (open.Count == 0 || open.Count * 2 > exposed.Count || IsGuardedCentrally()) return [];
        return open.Select(f => new Discovery(rule, f.Span, f, f.QualifiedName, null, null));
    }

    bool IsGuarded(Function function) =>
        Carries(function.Annotations, test.Guards)
        || application.Hierarchy.Ancestors(function.Owner).Select(application.Hierarchy.Find).OfType<TypeDeclaration>().Any(t => Carries(t.Annotations, test.Guards));

    bool IsGuardedCentrally() =>
        Functions().Any(f => f.Outline.Calls.Any(c => test.Central.Contains(c.Callee.Name) || c.Callee.Type is { } type && test.Central.Contains(type)));

    bool Carries(IEnumerable<Annotation> annotations, IReadOnlySet<string> names) => annotations.Any(a => names.Contains(application.Models.Canonical(a.Name)));

    IEnumerable<Function> Functions() => application.Program.Types.Values.SelectMany(t => t.Functions);
}
