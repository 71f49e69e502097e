using System.Text;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>The namespaces that an SDK project imports without saying so.</summary>
static class ImplicitUsings
{
    static readonly string[] Namespaces =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Logging", "System.Net.Http.Json",
    ];

    public static CSharpFile File { get; } =
        CSharpFile.Parse(new SourceFile("", Encoding.UTF8.GetBytes(string.Concat(Namespaces.Select(n => $"global using {n};\n")))));
}
