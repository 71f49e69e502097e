using System.Collections.Concurrent;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>
/// Which children an element may have, in which order: a small automaton, walked child by child, so that a container with a
/// million children needs no memory. Places of the walk are sets of states; each way from one to the next is worked out once.
/// </summary>
sealed class ContentModel
{
    /// <summary>The name that stands for an element of any other namespace.</summary>
    public const string Other = "any";

    readonly List<List<int>> free = [];
    readonly List<(string Child, string Definition, int Next)?> steps = [];
    readonly List<Place> places = [];
    readonly Lock gate = new();
    readonly int end;

    ContentModel(IEnumerable<string> particles)
    {
        var start = NewState();
        end = particles.Aggregate(start, (from, particle) => new ContentParser(this, particle).Build(from));
        Start = new(this, [start]);
    }

    public static ContentModel Parse(IEnumerable<string> particles) => new(particles);

    /// <summary>Where a walk begins.</summary>
    public Place Start { get; }

    /// <summary>The definitions of all children.</summary>
    public IEnumerable<string> Definitions => steps.OfType<(string Child, string Definition, int Next)>().Select(static step => step.Definition);

    public int NewState()
    {
        free.Add([]);
        steps.Add(null);
        return free.Count - 1;
    }

    public void Free(int from, int to) => free[from].Add(to);

    public void Step(int from, string child, string definition, int to) => steps[from] = (child, definition, to);

    /// <summary>How far a walk has come. Safe to share between walks and threads.</summary>
    public sealed class Place
    {
        readonly ContentModel model;
        readonly HashSet<int> states = [];
        readonly ConcurrentDictionary<string, (Place Place, string Definition)> ways = new(StringComparer.Ordinal);

        public Place(ContentModel model, IEnumerable<int> states)
        {
            this.model = model;
            var open = new Stack<int>(states);
            while (open.TryPop(out var state))
            {
                if (!this.states.Add(state)) continue;
                foreach (var next in model.free[state]) open.Push(next);
            }
        }

        /// <summary>Whether the element may end here.</summary>
        public bool IsComplete => states.Contains(model.end);

        /// <summary>Goes on by one child; null when it may not stand here. Tells the child's definition.</summary>
        public Place? Next(string child, out string? definition)
        {
            if (!ways.TryGetValue(child, out var way))
            {
                var taken = states.Select(state => model.steps[state]).Where(step => step?.Child == child).Select(step => step!.Value).ToList();
                if (taken.Count == 0)
                {
                    definition = null;
                    return null;
                }
                way = ways.GetOrAdd(child, (model.Known(taken.Select(step => step.Next)), taken[0].Definition));
            }
            definition = way.Definition;
            return way.Place;
        }

        public bool IsSame(Place other) => states.SetEquals(other.states);
    }

    /// <summary>One place per set of states, so that repetitions come back to where they were.</summary>
    Place Known(IEnumerable<int> states)
    {
        var place = new Place(this, states);
        lock (gate)
        {
            if (places.Find(place.IsSame) is { } known) return known;
            places.Add(place);
            return place;
        }
    }
}
