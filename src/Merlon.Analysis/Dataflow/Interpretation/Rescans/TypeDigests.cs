using System.Collections.Concurrent;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// What can be learned of a type without looking into its functions: its members and those of all types above it and below it, and which
/// fields other code may change. A name that no type has has a digest too: one day it may.
/// </summary>
sealed class TypeDigests(Application application)
{
    readonly ConcurrentDictionary<string, UInt128> outer = new(), upward = new();

    public UInt128 Of(string type) => outer.GetOrAdd(type, name =>
    {
        using var digest = new Digest();
        digest.Add(Upward(name));
        foreach (var concrete in application.Hierarchy.ConcreteTypes(name)) digest.Add(concrete).Add(Upward(concrete));
        return digest.Take();
    });

    UInt128 Upward(string type) => upward.GetOrAdd(type, name =>
    {
        using var digest = new Digest();
        foreach (var ancestor in application.Hierarchy.Ancestors(name))
        {
            digest.Add(ancestor);
            if (application.Hierarchy.Find(ancestor) is { } declared) AddMembers(digest, declared);
        }
        return digest.Take();
    });

    void AddMembers(Digest digest, TypeDeclaration type)
    {
        digest.Add(type.IsInterface).Add(type.IsAbstract).Add(type.Supertypes).Add(type.Initializer is not null);
        Add(digest, type.Annotations);
        foreach (var field in type.Fields.Values)
        {
            digest.Add(field.Name).Add(field.Type).Add(field.IsStatic).Add(field.IsFinal).Add(application.Writes.MayChange(type.Name, field.Name));
            Add(digest, field.Annotations);
            // What a framework puts into a field is told to come from the type's place.
            if (!field.Annotations.IsEmpty) digest.Add(type.Span.File.Path).Add(type.Span.Start).Add(type.Span.End);
        }
        foreach (var function in type.Functions) Add(digest, function);
    }

    static void Add(Digest digest, Function function)
    {
        digest.Add(function.ToString()).Add(function.IsStatic).Add(function.IsAbstract).Add(function.IsPublic).Add(function.IsClosure).Add(function.IsVariadic)
            .Add(function.HasBody).Add(function.ResultType);
        Add(digest, function.Annotations);
        foreach (var parameter in function.Parameters) Add(digest.Add(parameter.Name), parameter.Annotations);
    }

    static void Add(Digest digest, ImmutableArray<Annotation> annotations)
    {
        foreach (var annotation in annotations)
        {
            digest.Add(annotation.Name);
            foreach (var (key, value) in annotation.Arguments.OrderBy(a => a.Key, StringComparer.Ordinal)) digest.Add(key).Add(value);
        }
    }
}
