using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>All that a run only reads: the program, what is known of libraries, the rules, and what follows from these.</summary>
sealed class Application
{
    public Application(Program program, ModelLibrary models, RuleSet rules)
    {
        (Program, Models, Rules) = (program, models, rules);
        Hierarchy = new Hierarchy(program, models);
        Writes = FieldWrites.In(program);
        Reach = new Reach(this);
        EntryPoints = new EntryPoints(this);
    }

    public Program Program { get; }
    public ModelLibrary Models { get; }
    public RuleSet Rules { get; }
    public Hierarchy Hierarchy { get; }
    public FieldWrites Writes { get; }
    public Reach Reach { get; }
    public EntryPoints EntryPoints { get; }
}
