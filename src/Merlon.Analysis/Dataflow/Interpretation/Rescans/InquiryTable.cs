using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>What the runs of a scan ask, each thing known by its number. Safe for concurrent use.</summary>
/// <param name="number">Gives the number under which something is kept; the same for equal questions.</param>
sealed class InquiryTable(Func<Inquiry, int> number)
{
    readonly ConcurrentDictionary<Inquiry, int> numbers = new();

    public int NumberOf(Inquiry inquiry) => numbers.TryGetValue(inquiry, out var known) ? known : numbers[inquiry] = number(inquiry);
}

/// <summary>
/// What a thread asked last. Runs ask the same over and over, and mostly with the very same texts: that is told without reading these.
/// </summary>
sealed class RecentInquiries(InquiryTable table)
{
    const int Most = 4096;

    [ThreadStatic]
    static RecentInquiries? here;

    readonly (Inquiry Asked, int Number)[] slots = new (Inquiry, int)[Most];

    /// <summary>Those of this thread.</summary>
    public static RecentInquiries Of(InquiryTable table) => here is { } known && known.IsOf(table) ? known : here = new RecentInquiries(table);

    public int NumberOf(in Inquiry inquiry)
    {
        ref var slot = ref slots[SlotOf(inquiry)];
        if (!IsVery(slot.Asked, inquiry)) slot = (inquiry, table.NumberOf(inquiry));
        return slot.Number;
    }

    bool IsOf(InquiryTable other) => ReferenceEquals(table, other);

    static int SlotOf(in Inquiry inquiry) => HashCode.Combine(
        (int)inquiry.Kind, inquiry.Arity, RuntimeHelpers.GetHashCode(inquiry.Type), RuntimeHelpers.GetHashCode(inquiry.Name), RuntimeHelpers.GetHashCode(inquiry.Function), RuntimeHelpers.GetHashCode(inquiry.Other)) & Most - 1;

    /// <summary>Whether two are the same object for object. What nobody asked has no type and no function.</summary>
    static bool IsVery(in Inquiry known, in Inquiry inquiry) =>
        ReferenceEquals(known.Type, inquiry.Type) && ReferenceEquals(known.Function, inquiry.Function) && known.Kind == inquiry.Kind && known.Arity == inquiry.Arity
        && ReferenceEquals(known.Name, inquiry.Name) && ReferenceEquals(known.Other, inquiry.Other);
}
