using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>The object that stands for a variable that several functions share, or that is passed by reference.</summary>
static class Reference
{
    public const string Type = "<reference>";

    public static FieldReference Field(string? type) => new(Type, "value", type);
}
