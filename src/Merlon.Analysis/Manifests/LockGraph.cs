namespace Merlon.Analysis.Manifests;

/// <summary>The packages of a lock file with who asks for whom, from which follow directness, scope and through whom. A package that is
/// reached from roots of several scopes has the strongest; one reached only over optional edges is optional.</summary>
/// <typeparam name="TKey">What the lock file names its entries by.</typeparam>
sealed class LockGraph<TKey> where TKey : notnull
{
    sealed class Node(string purl)
    {
        public string Purl => purl;
        public IReadOnlyList<string> Licenses { get; init; } = [];
        public List<(TKey To, bool Optional)> Asks { get; } = [];
        public SortedSet<string> AskedBy { get; } = new(StringComparer.Ordinal);
        public bool Direct { get; set; }
        public PackageScope? Scope { get; set; }
    }

    readonly Dictionary<TKey, Node> nodes = [];
    readonly List<TKey> order = [];
    readonly List<(TKey Key, PackageScope Scope)> roots = [];

    public bool Contains(TKey key) => nodes.ContainsKey(key);

    /// <summary>A package; nothing happens when the purl is null or the key is taken.</summary>
    public void Add(TKey key, string? purl, IReadOnlyList<string>? licenses = null)
    {
        if (purl is not null && nodes.TryAdd(key, new(purl) { Licenses = licenses ?? [] })) order.Add(key);
    }

    /// <summary>The project asks for it.</summary>
    public void Root(TKey key, PackageScope scope) => roots.Add((key, scope));

    /// <summary>One package asks for another. Call it when both are added.</summary>
    public void Edge(TKey from, TKey to, bool optional = false)
    {
        if (!nodes.TryGetValue(from, out var asking) || !nodes.TryGetValue(to, out var asked) || asking == asked) return;
        asking.Asks.Add((to, optional));
        asked.AskedBy.Add(asking.Purl);
    }

    /// <summary>Adds all packages to the report. Without any root, what nobody asks for is taken for direct.</summary>
    public void Report(ManifestReport report)
    {
        if (roots.Count == 0) roots.AddRange(order.Where(k => nodes[k].AskedBy.Count == 0).Select(k => (k, PackageScope.Runtime)));
        foreach (var (key, scope) in roots.OrderBy(r => r.Scope.Strength()))
            if (nodes.TryGetValue(key, out var node))
            {
                node.Direct = true;
                Reach(key, scope);
            }
        foreach (var node in order.Select(k => nodes[k]))
            report.Add(node.Purl, node.Scope ?? PackageScope.Runtime, node.Direct, node.Licenses, node.AskedBy);
    }

    void Reach(TKey start, PackageScope startScope)
    {
        var waiting = new Stack<(TKey, PackageScope)>([(start, startScope)]);
        while (waiting.TryPop(out var next))
        {
            var (key, scope) = next;
            var node = nodes[key];
            if (node.Scope is { } known && known.Strength() <= scope.Strength()) continue;
            node.Scope = scope;
            foreach (var (to, optional) in node.Asks)
                waiting.Push((to, optional && scope == PackageScope.Runtime ? PackageScope.Optional : scope));
        }
    }
}
