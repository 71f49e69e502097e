using System.Text;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>
/// Writes what is kept of a file: why it was left out, or its skeleton and what it declares by name; and the types whose first part it holds, as they were lowered, with the
/// files that hold other parts of them.
/// </summary>
sealed class CSharpUnitWriter
{
    readonly ByteWriter to;
    readonly FunctionWriter functions;
    readonly IReadOnlyList<TypeDeclaration> types;

    CSharpUnitWriter(ByteWriter to, IReadOnlyList<SourceFile> files, IReadOnlyList<TypeDeclaration> types, IOuterNames names) =>
        (this.to, this.types, functions) = (to, types, new FunctionWriter(to, files, names));

    public static ReadOnlyMemory<byte> WriteLeftOut(string reason, TextNumbers texts) => new ByteWriter(texts).Text(reason).Written;

    /// <summary>Without the types where they say something that cannot be kept: the file is lowered each time then.</summary>
    public static (ReadOnlyMemory<byte> Code, IReadOnlyList<Function> Functions) Write(
        string skeleton, DeclaredNames declared, IReadOnlyList<SourceFile> files, IReadOnlyList<TypeDeclaration> types, TextNumbers texts,
        SignatureNames names)
    {
        var writer = new CSharpUnitWriter(Head(skeleton, declared, isWhole: true, texts), files, types, names);
        try
        {
            if (types.All(names.IsOwn))
            {
                writer.Write(files);
                return (writer.to.Written, writer.functions.Functions);
            }
        }
        catch (NotSupportedException)
        {
            // A place in a file that is not among these, or a function of a type that cannot be named.
        }
        return (Head(skeleton, declared, isWhole: false, texts).Written, []);
    }

    static ByteWriter Head(string skeleton, DeclaredNames declared, bool isWhole, TextNumbers texts)
    {
        var names = new ByteWriter(texts);
        declared.Write(names);
        return new ByteWriter(texts).Text(null).Bytes(Encoding.UTF8.GetBytes(skeleton)).Bytes(names.Written.Span).Truth(isWhole);
    }

    void Write(IReadOnlyList<SourceFile> files)
    {
        to.TextList([.. files.Select(f => f.Path)]);
        foreach (var type in types)
        {
            foreach (var function in type.Functions) functions.Add(function);
            if (type.Initializer is { } initializer) functions.Add(initializer);
        }
        to.Each(functions.Functions, functions.WriteDeclaration);
        to.Each(types, Write);
        foreach (var function in functions.Functions) functions.WriteBody(function);
    }

    void Write(TypeDeclaration type)
    {
        to.Text(type.Name).Number((type.IsInterface ? 1 : 0) | (type.IsAbstract ? 2 : 0)).TextList(type.Supertypes);
        functions.WritePlace(type.Span);
        functions.Write(type.Annotations);
        to.Each(type.Fields.Values, field =>
        {
            to.Text(field.Name).Text(field.Type).Number((field.IsStatic ? 1 : 0) | (field.IsFinal ? 2 : 0));
            functions.Write(field.Annotations);
        });
        to.Each(type.Functions, function => to.Number(functions.NumberOf(function)));
        to.Number(type.Initializer is null ? -1 : functions.NumberOf(type.Initializer));
        functions.Write(type.Constructs);
    }
}
