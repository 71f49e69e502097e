using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>Truth values, as far as they are decided.</summary>
static class Truth
{
    /// <summary>True or false when the value can be nothing else, else null.</summary>
    public static bool? Of(Value value) => value.Single as bool?;

    public static Value ToValue(bool? truth) => truth switch
    {
        true => Value.True,
        false => Value.False,
        null => Value.Open("boolean"),
    };
}
