using System.Collections.Immutable;
using System.Text;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>
/// Reads what <see cref="CSharpUnitWriter"/> wrote, in steps: code speaks of the functions of other files. Throws <see cref="FormatException"/>
/// where that cannot be.
/// </summary>
sealed class CSharpUnitReader
{
    readonly ByteReader from;
    readonly ReadOnlyMemory<byte> skeleton;
    readonly Lazy<DeclaredNames>? declared;
    FunctionReader? functions;

    public CSharpUnitReader(KeptUnit unit, IReadOnlyList<string> texts)
    {
        (Unit, from) = (unit, new ByteReader(unit.Code, texts));
        LeftOut = from.OptionalText();
        if (LeftOut is not null) return;
        skeleton = from.Bytes();
        var names = from.Bytes();
        declared = new(() => DeclaredNames.Read(from.Other(names)));
        IsWhole = from.Truth();
        if (IsWhole) Files = from.Each(from.Text);
    }

    public KeptUnit Unit { get; }

    /// <summary>Why the file was left out; null where it was read.</summary>
    public string? LeftOut { get; }

    /// <summary>Whether its types are kept, too.</summary>
    public bool IsWhole { get; }

    /// <summary>The files that the types stand in.</summary>
    public ImmutableArray<string> Files { get; } = [];

    /// <summary>What it declares; null where it was left out.</summary>
    public DeclaredNames? Declared => declared?.Value;

    public string Skeleton => Encoding.UTF8.GetString(skeleton.Span);

    public IReadOnlyList<TypeDeclaration> Types { get; private set; } = [];

    public IReadOnlyList<Function> Functions => functions?.Functions ?? [];

    /// <summary>The types with all that other files may ask about.</summary>
    public void ReadTypes(IReadOnlyList<SourceFile> files, IOuterNames names)
    {
        functions = new FunctionReader(from, files, names);
        for (var left = from.Count(); left > 0; left--) functions.Add(functions.Declaration());
        Types = from.Each(ReadType);
    }

    /// <summary>The code, once the types of all files are known.</summary>
    public void ReadCode()
    {
        for (var i = 0; i < Functions.Count; i++)
        {
            functions!.ReadBody(Functions[i]);
            Functions[i].Digest = i < Unit.Digests.Length ? Unit.Digests[i] : null;
        }
    }

    TypeDeclaration ReadType()
    {
        var (name, flags, supertypes) = (from.Text(), from.Number(), from.Each(from.Text));
        var type = new TypeDeclaration(name, functions!.Place())
        {
            IsInterface = (flags & 1) != 0,
            IsAbstract = (flags & 2) != 0,
            Supertypes = supertypes,
            Annotations = functions.Annotations(),
        };
        for (var left = from.Count(); left > 0; left--)
        {
            var (field, declared, kind) = (from.Text(), from.OptionalText(), from.Number());
            type.Fields[field] = new FieldDeclaration(field, declared, (kind & 1) != 0, (kind & 2) != 0, functions.Annotations());
        }
        type.Functions.AddRange(from.Each(functions.Function));
        type.Initializer = functions.OptionalFunction();
        type.Constructs.AddRange(functions.Constructs());
        return type;
    }
}
