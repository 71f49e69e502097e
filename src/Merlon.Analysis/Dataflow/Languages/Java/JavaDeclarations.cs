using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>
/// Declares the classes of a file and their members. Two steps: <see cref="DeclareClass"/> makes the classes known by name, and
/// <see cref="DeclareMembers"/>, once all files have been through the first, resolves what they extend and the types of their members.
/// </summary>
sealed class JavaDeclarations(JavaWorld world)
{
    readonly JavaNames names = new(world);

    public static bool IsClass(SyntaxNode node) => node.Kind is
        "class_declaration" or "interface_declaration" or "enum_declaration" or "record_declaration" or "annotation_type_declaration";

    /// <summary>Declares a class and the classes inside it.</summary>
    public JavaClass DeclareClass(SyntaxNode node, JavaFile file, JavaClass? outer, string? name = null, bool isLocal = false)
    {
        var simple = node["name"].Text;
        var qualified = name ?? (outer is not null ? $"{outer.Name}.{simple}" : file.Package.Length > 0 ? $"{file.Package}.{simple}" : simple);
        var isInterface = node.Kind is "interface_declaration" or "annotation_type_declaration";
        var declaration = new TypeDeclaration(qualified, file.SpanOf(node))
        {
            IsInterface = isInterface,
            IsAbstract = Modifiers.Has(node, "abstract"),
        };
        var isStatic = isInterface || node.Kind is "enum_declaration" or "record_declaration" || Modifiers.Has(node, "static") || outer?.Declaration.IsInterface == true;
        var body = node.Kind == "class_body" ? node : node["body"].Exists ? node["body"] : node.Child("class_body");
        var created = new JavaClass(file, outer, node, declaration) { Body = body, IsInner = outer is not null && (isLocal || !isStatic), IsLocal = isLocal || outer?.IsLocal == true };
        foreach (var member in Members(created))
            if (IsClass(member)) created.MemberTypes[member["name"].Text] = DeclareClass(member, file, created).Name;
        file.Classes.Add(created);
        world.Add(created);
        return created;
    }

    /// <summary>The member declarations of a class; those of an enum stand deeper.</summary>
    public static List<SyntaxNode> Members(JavaClass type)
    {
        var members = type.Body.Named.ToList();
        if (type.Body.Kind == "enum_body" && type.Body.Child("enum_body_declarations") is { Exists: true } deeper) members.AddRange(deeper.Named.ToList());
        return members;
    }

    public void DeclareSupertypes(JavaClass type)
    {
        if (type.KnownSupertypes is { } known)
        {
            type.Declaration.Supertypes = known;
            return;
        }
        foreach (var parameter in type.Node.Child("type_parameters").Named)
            type.TypeParameters[parameter.FirstNamed.Text] = Bound(parameter, type);
        var supers = new List<string>();
        foreach (var node in SupertypeNodes(type.Node))
            if (names.TypeOf(node, type.File, type.Outer ?? type) is { } found) supers.Add(found.Name);
        if (type.Node.Kind == "enum_declaration") supers.Add("java.lang.Enum");
        if (type.Node.Kind == "record_declaration") supers.Add("java.lang.Record");
        type.Declaration.Supertypes = [.. supers];
        type.Declaration.Annotations = Modifiers.Annotations(type.Node, a => names.Resolve(a, type.File, type));
    }

    public void DeclareMembers(JavaClass type)
    {
        if (type.Node.Kind == "record_declaration") DeclareComponents(type);
        foreach (var member in Members(type))
            switch (member.Kind)
            {
                case "field_declaration" or "constant_declaration":
                    DeclareFields(type, member);
                    break;
                case "enum_constant":
                    DeclareField(type, member["name"].Text, JavaType.Of(type.Name), isStatic: true, isFinal: true, []);
                    break;
                case "method_declaration" or "constructor_declaration" or "annotation_type_element_declaration" or "compact_constructor_declaration":
                    DeclareMethod(type, member);
                    break;
            }
        GeneratedMembers.Declare(type);
        if (!type.Declaration.IsInterface && type.MethodsNamed(Function.Constructor).Count == 0) DeclareDefaultConstructor(type);
    }

    JavaType Bound(SyntaxNode parameter, JavaClass type)
    {
        var bound = parameter.Child("type_bound");
        return bound.Exists ? names.TypeOf(bound.FirstNamed, type.File, type) ?? JavaType.Object : JavaType.Object;
    }

    static IEnumerable<SyntaxNode> SupertypeNodes(SyntaxNode node)
    {
        foreach (var child in node.Named)
        {
            if (child.Kind == "superclass") yield return child.FirstNamed;
            if (child.Kind is not ("super_interfaces" or "extends_interfaces")) continue;
            foreach (var type in child.Child("type_list").Named.ToList()) yield return type;
        }
    }

    void DeclareFields(JavaClass type, SyntaxNode node)
    {
        var declared = names.TypeOf(node["type"], type.File, type) ?? JavaType.Object;
        var isStatic = Modifiers.Has(node, "static") || type.Declaration.IsInterface;
        var isFinal = Modifiers.Has(node, "final") || type.Declaration.IsInterface;
        var annotations = Modifiers.Annotations(node, a => names.Resolve(a, type.File, type));
        foreach (var declarator in node.Named)
            if (declarator.Kind == "variable_declarator")
                DeclareField(type, declarator["name"].Text, declared.ToArray(JavaNames.DimensionsIn(declarator["dimensions"])), isStatic, isFinal, annotations);
    }

    static void DeclareField(JavaClass type, string name, JavaType declared, bool isStatic, bool isFinal, ImmutableArray<Annotation> annotations)
    {
        type.FieldTypes[name] = declared;
        type.Declaration.Fields[name] = new FieldDeclaration(name, declared.Erased, isStatic, isFinal, annotations);
    }

    /// <summary>A record's components: fields with accessors, and the constructor that sets them unless one is written.</summary>
    void DeclareComponents(JavaClass type)
    {
        var parameters = Parameters(type, type.Node["parameters"], null, out _, out var types);
        for (var i = 0; i < parameters.Length; i++)
        {
            DeclareField(type, parameters[i].Name, types[i] ?? JavaType.Object, isStatic: false, isFinal: true, []);
            var accessor = new Function { Name = parameters[i].Name, Owner = type.Name, Parameters = [], Span = type.Declaration.Span, IsPublic = true, ResultType = parameters[i].Type };
            Add(type, new JavaMethod(accessor, default, types[i], []) { Field = parameters[i].Name });
        }
        var isWritten = Members(type).Exists(m => m.Kind == "compact_constructor_declaration"
            || (m.Kind == "constructor_declaration" && m["parameters"].Named.ToList().Count == parameters.Length));
        if (isWritten) return;
        var constructor = new Function { Name = Function.Constructor, Owner = type.Name, Parameters = parameters, Span = type.Declaration.Span, IsPublic = true };
        Add(type, new JavaMethod(constructor, default, null, types));
    }

    void DeclareMethod(JavaClass type, SyntaxNode node)
    {
        var isConstructor = node.Kind is "constructor_declaration" or "compact_constructor_declaration";
        var generic = new JavaMethod(null!, node, null, []);
        foreach (var parameter in node["type_parameters"].Named) generic.TypeParameters[parameter.FirstNamed.Text] = Bound(parameter, type);
        var list = node.Kind == "compact_constructor_declaration" ? type.Node["parameters"] : node["parameters"];
        var parameters = Parameters(type, list, generic, out var isVariadic, out var types);
        var result = isConstructor ? null : names.TypeOf(node["type"], type.File, type, generic)?.ToArray(JavaNames.DimensionsIn(node["dimensions"]));
        var function = new Function
        {
            Name = isConstructor ? Function.Constructor : node["name"].Text,
            Owner = type.Name,
            Parameters = parameters,
            Span = type.File.SpanOf(node["name"].Exists ? node["name"] : node),
            IsStatic = Modifiers.Has(node, "static"),
            IsAbstract = !node["body"].Exists,
            IsNative = Modifiers.Has(node, "native"),
            IsPublic = Modifiers.Has(node, "public") || type.Declaration.IsInterface,
            IsVariadic = isVariadic,
            ResultType = result?.Erased,
            Annotations = Modifiers.Annotations(node, a => names.Resolve(a, type.File, type)),
        };
        Add(type, new JavaMethod(function, node, result, types) { TypeParameters = generic.TypeParameters });
    }

    static void DeclareDefaultConstructor(JavaClass type)
    {
        var function = new Function { Name = Function.Constructor, Owner = type.Name, Parameters = [], Span = type.Declaration.Span, IsPublic = true };
        Add(type, new JavaMethod(function, default, null, []));
    }

    static void Add(JavaClass type, JavaMethod method)
    {
        // What a record has without writing it.
        if (type.MethodsNamed(method.Function.Name).FirstOrDefault(m => !m.Node.Exists && m.Parameters.Count == method.Parameters.Count) is { } implied) type.Remove(implied);
        type.Add(method);
    }

    ImmutableArray<Parameter> Parameters(JavaClass type, SyntaxNode list, JavaMethod? generic, out bool isVariadic, out List<JavaType?> types)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        types = [];
        isVariadic = false;
        foreach (var node in list.Named)
        {
            if (node.Kind is not ("formal_parameter" or "spread_parameter")) continue;
            var name = node.Kind == "spread_parameter" ? node.Child("variable_declarator")["name"] : node["name"];
            var written = node.Kind == "spread_parameter" ? TypeIn(node) : node["type"];
            var declared = names.TypeOf(written, type.File, type, generic)?.ToArray(JavaNames.DimensionsIn(node["dimensions"]));
            if (node.Kind == "spread_parameter") (declared, isVariadic) = (declared?.ToArray(), true);
            types.Add(declared);
            parameters.Add(new Parameter(name.Text, declared?.Erased, Modifiers.Annotations(node, a => names.Resolve(a, type.File, type))));
        }
        return parameters.ToImmutable();
    }

    static SyntaxNode TypeIn(SyntaxNode spread)
    {
        foreach (var child in spread.Named)
            if (child.Kind is not ("modifiers" or "variable_declarator")) return child;
        return default;
    }
}
