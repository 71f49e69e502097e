namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

/// <summary>What an expression was lowered to: the slot that holds its value, and its static type when known.</summary>
readonly record struct Operand(int Slot, JavaType? Type);

/// <summary>A local variable.</summary>
readonly record struct Local(int Slot, JavaType? Type);
