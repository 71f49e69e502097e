namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>The operators of the intermediate form. Short-circuit operators do not exist here: they are branches.</summary>
enum Operator
{
    /// <summary>Number addition.</summary>
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    And,
    Or,
    ExclusiveOr,

    /// <summary>Joining of texts; other operands are turned into text first.</summary>
    Concatenate,

    /// <summary>Addition of operands whose types the front end does not know: of numbers, or joining of texts.</summary>
    AddOrConcatenate,

    /// <summary>Equality of primitive values and identity of objects.</summary>
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>Unary.</summary>
    Negate,
    Not,
    Complement,

    /// <summary>Unary: the length of an array.</summary>
    Length,

    /// <summary>Unary: conversion to an integer, to a floating-point number, to a character.</summary>
    ToInteger,
    ToFloat,
    ToCharacter,
}
