using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// What the program answers to an inquiry, as a digest. A name that no type has has an answer too: one day it may be declared.
/// </summary>
sealed class Answers(Application application, FunctionNames names, FunctionDigests functions)
{
    [ThreadStatic]
    static Digest? scratch;

    public UInt128 To(KeptInquiry inquiry)
    {
        var function = inquiry.Function is null ? null : names.Find(inquiry.Function);
        if (function is null && inquiry.Function is not null) return 0;
        var digest = scratch ??= new Digest();
        switch (inquiry.Kind)
        {
            case InquiryKind.Members:
                AddMembers(digest, application.Hierarchy.Find(inquiry.Type));
                break;
            case InquiryKind.Methods:
                foreach (var method in application.Hierarchy.Find(inquiry.Type)?.Functions ?? []) functions.AddDeclaration(digest, method);
                break;
            case InquiryKind.Ancestors:
                foreach (var ancestor in application.Hierarchy.Ancestors(inquiry.Type!)) digest.Add(ancestor).Add(application.Hierarchy.Find(ancestor) is not null);
                break;
            case InquiryKind.Override:
                digest.Add(application.Hierarchy.FindOverride(inquiry.Type!, inquiry.Name!, inquiry.Arity, function) is { } found ? names.Of(found) : null);
                break;
            case InquiryKind.Overrides:
                digest.Add([.. application.Hierarchy.Overrides(inquiry.Type!, inquiry.Name!, inquiry.Arity, function).Select(names.Of)]);
                break;
            case InquiryKind.Resource:
                var entries = application.Program.FindResource(inquiry.Name!);
                digest.Add(entries is not null);
                foreach (var (key, value) in entries?.OrderBy(e => e.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, string>>()) digest.Add(key).Add(value);
                break;
            case InquiryKind.Setting:
                foreach (var value in application.Program.FindSettings(inquiry.Name!)) digest.Add(value);
                break;
            case InquiryKind.Callers:
                digest.Add(application.EntryPoints.IsCalledOften(function!));
                break;
            case InquiryKind.Weight:
                AddWeight(digest, function!);
                break;
            case InquiryKind.Order:
                digest.Add(names.Find(inquiry.Type!) is { } other && application.Reach.RankOf(function!) < application.Reach.RankOf(other));
                break;
            default:
                AddEntry(digest, function!);
                break;
        }
        return digest.Take();
    }

    void AddMembers(Digest digest, TypeDeclaration? type)
    {
        digest.Add(type is not null);
        if (type is null) return;
        digest.Add(type.Name).Add(type.IsInterface).Add(type.IsAbstract).Add(type.Supertypes).Add(type.Initializer is { } initializer ? names.Of(initializer) : null)
            .Add(type.Annotations);
        foreach (var field in type.Fields.Values)
            digest.Add(field.Name).Add(field.Type).Add(field.IsStatic).Add(field.IsFinal).Add(application.Writes.MayChange(type.Name, field.Name)).Add(field.Annotations);
        foreach (var constructor in type.Functions.Where(f => f.Name == Function.Constructor)) functions.AddDeclaration(digest, constructor);
    }

    void AddWeight(Digest digest, Function function)
    {
        var effects = application.Reach.Of(function);
        digest.Add((int)(effects & (Effects.Source | Effects.Setting))).Add(effects == Effects.None).Add(application.Nulls.Gives(function)).Add(function.Outline.WhenNull).Add(application.Reach.MattersAlone(function)).Add(application.Reach.IsShort(function));
        var detail = application.Reach.DetailOf(function);
        digest.Add(detail.Depth).Add(detail.MostObjects).Add(detail.HasTexts).Add((long)detail.Varied);
        functions.AddDeclaration(digest, function);
    }

    void AddEntry(Digest digest, Function function)
    {
        digest.Add(application.EntryPoints.MayShowPage(function));
        foreach (var parameter in function.Parameters) digest.Add(application.EntryPoints.SourceOf(function, parameter));
    }
}
