using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>All that a run only reads: the program, what is known of libraries, the rules, and what follows from these.</summary>
sealed class Application
{
    /// <param name="jobs">On how many threads what follows is worked out.</param>
    public Application(Program program, ModelLibrary models, RuleSet rules, int jobs = 1)
    {
        (Program, Models, Rules) = (program, models, rules);
        Hierarchy = new Hierarchy(program, models);
        (FieldWrites, EntryPoints) Others() => (FieldWrites.In(program), new EntryPoints(this));
        var beside = jobs == 1 ? null : new WorkBeside<(FieldWrites, EntryPoints)>(Others);
        Nulls = new NullGivers();
        Reach = new Reach(this, jobs);
        (Writes, EntryPoints) = beside is null ? Others() : beside.Result;
    }

    public Program Program { get; }
    public ModelLibrary Models { get; }
    public RuleSet Rules { get; }
    public Hierarchy Hierarchy { get; }
    public FieldWrites Writes { get; }
    public NullGivers Nulls { get; }
    public Reach Reach { get; }
    public EntryPoints EntryPoints { get; }
}
