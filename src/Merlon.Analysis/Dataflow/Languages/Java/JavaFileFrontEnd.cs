using Merlon.Analysis.Dataflow.Languages.Java.Lowering;
using Merlon.Analysis.Dataflow.Languages.Java.Pages;
using Merlon.Analysis.Dataflow.Languages.Java.Structures;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>Declares and lowers the classes of one file: in the order of <see cref="JavaFrontEnd"/>, and on one thread at a time.</summary>
sealed class JavaFileFrontEnd
{
    readonly Dictionary<JavaClass, int> anonymous = [];
    readonly HashSet<string> asked = [];

    /// <param name="isNoting">Whether it is noted which names are asked about.</param>
    public JavaFileFrontEnd(JavaFile file, JavaWorld world, bool isNoting)
    {
        (File, World) = (file, isNoting ? world.Noting(asked) : world);
        (Names, Declarations) = (new JavaNames(World), new JavaDeclarations(World));
    }

    public JavaFile File { get; }
    public JavaWorld World { get; }
    public JavaNames Names { get; }
    public JavaDeclarations Declarations { get; }

    /// <summary>The names that were asked about.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    /// <summary>Makes the classes known by name, or those that an earlier scan found.</summary>
    public void DeclareClasses()
    {
        if (File.IsTakenOver)
        {
            foreach (var type in File.Classes.Where(c => !c.IsLocal)) World.Add(type);
            return;
        }
        foreach (var node in File.Tree.Root.Named)
            if (JavaDeclarations.IsClass(node)) Declarations.DeclareClass(node, File, null);
    }

    /// <summary>Lowers a class's initializers and methods.</summary>
    public void LowerClass(JavaClass type)
    {
        type.InstanceInitializer = MethodLowering.LowerInitializers(this, type, isStatic: false);
        type.Declaration.Initializer = MethodLowering.LowerInitializers(this, type, isStatic: true);
        type.Declaration.Functions.AddRange(type.Methods.Select(m => m.Function));
        if (type.InstanceInitializer is { } initializer) type.Declaration.Functions.Add(initializer);
        foreach (var method in type.Methods) MethodLowering.Lower(this, type, method);
        if (!PageNames.IsPage(type.File.Source.Path)) StructureWalker.Observe(type);
    }

    /// <summary>The name of the next anonymous class inside a class.</summary>
    public string NameForAnonymous(JavaClass around) => $"{around.Name}${anonymous[around] = anonymous.GetValueOrDefault(around) + 1}";
}
