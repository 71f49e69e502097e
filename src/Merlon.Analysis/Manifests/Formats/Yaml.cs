using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Merlon.Analysis.Manifests.Formats;

/// <summary>YAML from parser events. An alias gives the node it names, not a copy, and what aliases repeat is counted, so that a
/// document cannot grow beyond its size by much.</summary>
static class Yaml
{
    const int MaxDepth = 100;
    const int MaxNodes = 5_000_000;

    /// <summary>The first document of the file.</summary>
    public static DataNode Read(ManifestFile file)
    {
        using var reader = new StreamReader(file.Open());
        return Read(reader);
    }

    public static DataNode Read(TextReader text)
    {
        try
        {
            var parser = new Parser(text);
            parser.Consume<StreamStart>();
            return parser.TryConsume<DocumentStart>(out _) ? new Document(parser).Value(0) : DataNode.Missing;
        }
        catch (YamlException e)
        {
            throw new ManifestException($"not YAML: {e.Message}");
        }
    }

    sealed class Document(Parser parser)
    {
        readonly Dictionary<AnchorName, (DataNode Node, int Size)> anchors = [];
        int nodes;

        public DataNode Value(int depth)
        {
            if (depth > MaxDepth) throw new ManifestException($"nested deeper than {MaxDepth}");
            if (parser.TryConsume<AnchorAlias>(out var alias)) return Repeated(alias);
            var (anchor, before) = ((parser.Current as NodeEvent)?.Anchor ?? default, nodes);
            Count(1);
            var node = parser.TryConsume<Scalar>(out var scalar) ? new() { Text = IsNull(scalar) ? null : scalar.Value }
                : parser.TryConsume<SequenceStart>(out _) ? List(depth)
                : parser.TryConsume<MappingStart>(out _) ? Map(depth)
                : throw new ManifestException("not YAML");
            if (!anchor.IsEmpty) anchors[anchor] = (node, nodes - before);
            return node;
        }

        DataNode Repeated(AnchorAlias alias)
        {
            if (!anchors.TryGetValue(alias.Value, out var known)) throw new ManifestException($"the alias {alias.Value} names nothing before it");
            Count(known.Size);
            return known.Node;
        }

        DataNode List(int depth)
        {
            var items = new List<DataNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Value(depth + 1));
            return new() { Items = items };
        }

        DataNode Map(int depth)
        {
            var fields = new OrderedDictionary<string, DataNode>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Value(depth + 1).Text ?? "";
                fields[key] = Value(depth + 1);
            }
            return new() { Fields = fields };
        }

        void Count(int more)
        {
            nodes += more;
            if (nodes > MaxNodes) throw new ManifestException($"more than {MaxNodes:N0} values, aliases counted");
        }

        static bool IsNull(Scalar scalar) => scalar is { IsPlainImplicit: true, Value: "" or "~" or "null" };
    }
}
