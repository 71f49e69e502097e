using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>All that a run only reads: the program, what is known of libraries, the rules, and what follows from these.</summary>
sealed class Application(Program program, ModelLibrary models, RuleSet rules)
{
    public Program Program { get; } = program;
    public ModelLibrary Models { get; } = models;
    public RuleSet Rules { get; } = rules;
    public Hierarchy Hierarchy { get; } = new(program, models);
    public FieldWrites Writes { get; } = FieldWrites.In(program);
}
