using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>
/// The class library of the runtime that this process runs on, as compile-time references. Always the same set, wherever it is installed,
/// also inside a single file; all other libraries are known by their models only, so that the answer does not depend on the machine.
/// </summary>
static class PlatformReferences
{
    static readonly string[] Roots =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Collections.Concurrent", "System.Collections.Immutable",
        "System.Collections.NonGeneric", "System.Collections.Specialized", "System.ComponentModel", "System.ComponentModel.Primitives",
        "System.ComponentModel.TypeConverter", "System.Console", "System.Data.Common", "System.Diagnostics.Process",
        "System.Diagnostics.StackTrace", "System.Diagnostics.TraceSource", "System.Drawing.Primitives", "System.IO.Compression",
        "System.IO.Compression.ZipFile", "System.IO.FileSystem.AccessControl", "System.IO.MemoryMappedFiles", "System.IO.Pipes", "System.IO.Pipes.AccessControl", "System.IO.IsolatedStorage", "System.Linq",
        "System.Linq.Expressions", "System.Linq.Queryable", "System.Memory", "System.Net.Http", "System.Net.Http.Json", "System.Net.HttpListener",
        "System.Net.Mail", "System.Net.NameResolution", "System.Net.Primitives", "System.Net.Requests", "System.Net.Security",
        "System.Net.ServicePoint", "System.Net.Sockets", "System.Net.WebClient", "System.Net.WebHeaderCollection", "System.Net.WebSockets",
        "System.ObjectModel", "System.Private.Uri", "System.Private.Xml", "System.Private.Xml.Linq", "System.Reflection.Emit",
        "System.Runtime.InteropServices", "System.Runtime.Numerics", "System.Runtime.Serialization.Formatters",
        "System.Runtime.Serialization.Xml", "System.Runtime.Serialization.Json", "System.Private.DataContractSerialization",
        "System.Security.AccessControl", "System.Security.Claims", "System.Security.Cryptography", "System.Security.Principal.Windows",
        "System.Text.Encodings.Web", "System.Text.Json", "System.Text.RegularExpressions", "System.Threading", "System.Threading.Channels",
        "System.Threading.AccessControl", "System.Threading.Tasks.Parallel", "System.Threading.Thread", "System.Transactions.Local", "System.Web.HttpUtility",
        "System.Xml.XPath.XDocument", "Microsoft.CSharp", "Microsoft.VisualBasic.Core", "Microsoft.Win32.Primitives", "Microsoft.Win32.Registry",
    ];

    static readonly Lazy<IReadOnlyList<MetadataReference>> Loaded = new(() => [.. Roots.Select(Load).OfType<MetadataReference>()]);

    public static IReadOnlyList<MetadataReference> All => Loaded.Value;

    static unsafe MetadataReference? Load(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name)).TryGetRawMetadata(out var blob, out var length)
                ? AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)blob, length)).GetReference(display: name)
                : null;
        }
        catch (IOException)
        {
            // A trimmed installation lacks what nothing in it uses; its types are then guessed by name.
            return null;
        }
    }
}
