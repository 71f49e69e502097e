using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>What can be asked about a program besides the code of functions that are entered.</summary>
enum InquiryKind : byte
{
    /// <summary>Whether a name is a declared type, and how it is declared: its fields, constructors and flags, but not its methods.</summary>
    Members,

    /// <summary>All methods of a type.</summary>
    Methods,

    /// <summary>The supertypes of a type, and which of them are declared.</summary>
    Ancestors,

    /// <summary>The function that a call on exactly this type reaches.</summary>
    Override,

    /// <summary>The functions that a call on this declared type can reach.</summary>
    Overrides,

    /// <summary>What following a function could show, and how it is declared; its code was not looked at.</summary>
    Weight,

    /// <summary>Whether one function is below another in the order of calls.</summary>
    Order,

    /// <summary>What an entry point's parameters are, and whether a page may be shown after it.</summary>
    Entry,

    /// <summary>Whether more than one call names a function.</summary>
    Callers,

    /// <summary>The entries of a file of the application, by what its path ends in.</summary>
    Resource,

    /// <summary>What all files of the application say under a key.</summary>
    Setting,
}

/// <summary>One thing that a run asked about the program.</summary>
/// <param name="Type">The type asked about; null when it is a function.</param>
/// <param name="Name">For calls the name, else null.</param>
/// <param name="Function">The function asked about; for calls the one that the call names, or null.</param>
/// <param name="Other">The function that it is compared with, or null.</param>
readonly record struct Inquiry(InquiryKind Kind, string? Type, string? Name = null, int Arity = 0, Function? Function = null, Function? Other = null);

/// <summary>What a run asked the program about: only this, and the code of the functions it entered, can have changed its result.</summary>
/// <param name="table">Knows what was asked by its number.</param>
sealed class Inquiries(InquiryTable table)
{
    readonly HashSet<int> all = [];
    readonly RecentInquiries recent = RecentInquiries.Of(table);

    /// <summary>The numbers of all that was asked, rising.</summary>
    public ImmutableArray<int> All => [.. all.Order()];

    public void Add(Inquiry inquiry) => all.Add(recent.NumberOf(inquiry));
}
