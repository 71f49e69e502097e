using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages.Java.Kept;

/// <summary>Writes the classes of a file as they were lowered: first what other files may ask about, then the code.</summary>
sealed class JavaUnitWriter
{
    readonly JavaFile file;
    readonly ByteWriter to;
    readonly FunctionWriter functions;

    JavaUnitWriter(JavaFile file, ByteWriter to, OuterNames names) => (this.file, this.to, functions) = (file, to, new FunctionWriter(to, [file.Source], names));

    /// <summary>Null when the file says something that cannot be kept, such as a place in a file that is no Java.</summary>
    public static (ReadOnlyMemory<byte> Code, IReadOnlyList<Function> Functions)? Write(JavaFile file, TextNumbers texts, OuterNames names)
    {
        var writer = new JavaUnitWriter(file, new ByteWriter(texts), names);
        try
        {
            writer.Write();
            return (writer.to.Written, writer.functions.Functions);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    void Write()
    {
        foreach (var type in file.Classes)
        {
            foreach (var method in type.Methods) functions.Add(method.Function);
            foreach (var function in type.Declaration.Functions) functions.Add(function);
            if (type.Declaration.Initializer is { } initializer) functions.Add(initializer);
        }
        to.Each(functions.Functions, functions.WriteDeclaration);
        to.Number(file.Classes.Count);
        var written = new HashSet<JavaClass>();
        foreach (var type in file.Classes) WriteShape(type, written);
        foreach (var type in file.Classes) WriteContent(type.Declaration);
        foreach (var function in functions.Functions) functions.WriteBody(function);
    }

    /// <summary>A class after the one around it, with its place among all.</summary>
    void WriteShape(JavaClass type, HashSet<JavaClass> written)
    {
        if (!written.Add(type)) return;
        if (type.Outer is { } outer) WriteShape(outer, written);
        to.Number(file.Classes.IndexOf(type)).Number(type.Outer is null ? -1 : file.Classes.IndexOf(type.Outer)).Text(type.Name);
        functions.WritePlace(type.Declaration.Span);
        to.Number((type.Declaration.IsInterface ? 1 : 0) | (type.Declaration.IsAbstract ? 2 : 0) | (type.IsInner ? 4 : 0) | (type.IsLocal ? 8 : 0));
        to.TextList(type.Declaration.Supertypes);
        functions.Write(type.Declaration.Annotations);
        WriteTypes(type.TypeParameters);
        to.Each(type.MemberTypes, member => to.Text(member.Key).Text(member.Value));
        to.Each(type.Declaration.Fields.Values, field => WriteField(field, type.FieldTypes[field.Name]));
        to.Each(type.Methods, WriteMethod);
    }

    void WriteField(FieldDeclaration field, JavaType declared)
    {
        to.Text(field.Name).Number((field.IsStatic ? 1 : 0) | (field.IsFinal ? 2 : 0));
        functions.Write(field.Annotations);
        WriteType(declared);
    }

    void WriteMethod(JavaMethod method)
    {
        to.Number(functions.NumberOf(method.Function)).Text(method.Field);
        WriteType(method.Result);
        to.Each(method.Parameters, WriteType);
        WriteTypes(method.TypeParameters);
    }

    void WriteTypes(Dictionary<string, JavaType> named) => to.Each(named, parameter =>
    {
        to.Text(parameter.Key);
        WriteType(parameter.Value);
    });

    void WriteType(JavaType? type)
    {
        to.Text(type?.Name);
        if (type is not null) to.Number(type.Dimensions).Each(type.Arguments, WriteType);
    }

    void WriteContent(TypeDeclaration type)
    {
        to.Each(type.Functions, function => to.Number(functions.NumberOf(function)));
        to.Number(type.Initializer is null ? -1 : functions.NumberOf(type.Initializer));
        functions.Write(type.Constructs);
    }
}
